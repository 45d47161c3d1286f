import { Fragment, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import type { Changing } from '../../../app/use-change.ts';
import { Button } from '../../../components/button.tsx';
import { Details } from '../../../components/details.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { Textarea } from '../../../components/textarea.tsx';
import { TheirsBesideYours } from '../../../components/theirs-beside-yours.tsx';
import { FieldControl } from './field-control.tsx';
import type { Fields, Options, Values } from './field.ts';
import { LeaveWarning } from '../../../components/leave-warning.tsx';
import { differ, isAsked, mergedOver, newValues, readValues, shown, valuesOf } from './values.ts';

type Row = Readonly<Record<string, unknown>>;

/** What was entered, with the row and the version that it is based on: null and 0 for a new row. */
export type Entered = { content: Record<string, unknown>; reason: string; row: Row | null; expectedVersion: number };

type Props<Receipt> = {
  fields: Fields;
  /** Fields that stand closed under "Source". */
  sourceFields?: Fields;
  /** The row to edit; null for a new one. */
  row: Row | null;
  options: Options;
  suggested?: Readonly<Record<string, string>>;
  /** What the reason starts with; null asks for none. */
  reason: string | null;
  change: Changing<Record<string, unknown>, Receipt>;
  /** Gives the whole input of the change. */
  input: (entered: Entered) => Record<string, unknown>;
  submit: string;
  warning?: boolean;
  /** The words of a second button that saves and starts another one. */
  another?: string;
  cancel: ReactNode;
  onSaved: (receipt: Receipt, another: boolean) => void;
  /** Sets short fields side by side. */
  sideBySide?: boolean;
  /** What follows from what is entered, shown after a field as it is typed. */
  follows?: { after: string; show: (values: Values) => ReactNode };
  /** Gives the field that a refusal's path is about, where it is not the path's first part. */
  fieldAt?: (path: string) => string;
  /** Gives the row of the form from one that another person saved, where the form is about several rows at once. */
  rowFrom?: (current: Row, before: Row) => Row;
};

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;
const versionOf = (row: Row | null): number => (typeof row?.['version'] === 'number' ? row['version'] : 0);

const none: Readonly<Record<string, never>> = {};
const firstPart = (path: string): string => path.split('.')[0] ?? '';

/** Gives the sentences of a refusal by the fields of the form; those without a field there are about all of it. */
const problemsOf = (
  sentences: Readonly<Record<string, string>>,
  known: readonly string[],
  fieldAt: (path: string) => string,
): Record<string, string> => {
  const problems: Record<string, string> = {};
  for (const [path, sentence] of Object.entries(sentences)) {
    const name = fieldAt(path);
    problems[known.includes(name) ? name : ''] ??= sentence;
  }
  return problems;
};

/**
 * A form that makes or edits one row. It keeps what was typed until it is saved: through a refusal, whose sentences stand
 * beside their fields, and through a change of somebody else, which is put beside it.
 */
export const RowForm = <Receipt,>(props: Props<Receipt>) => {
  const { fields, sourceFields = none, row, options, suggested, change, another, follows, fieldAt = firstPart } = props;
  const all: Fields = { ...fields, ...sourceFields };
  const start = (from: Row | null): Values => (from === null ? newValues(all, suggested) : valuesOf(all, from));
  // What the person started from, which moves on when another person's change is taken in.
  const [base, setBase] = useState({ values: start(row), row });
  const [values, setValues] = useState(base.values);
  const [reason, setReason] = useState(props.reason ?? '');
  const [unread, setUnread] = useState<Readonly<Record<string, string>>>({});
  const [theirs, setTheirs] = useState<{ values: Values; by: string | null } | null>(null);
  const saved = useRef(false);
  const { refusal } = change;

  const refused =
    refusal === null || refusal.current !== null
      ? {}
      : Object.keys(refusal.fields).length > 0
        ? problemsOf(refusal.fields, [...Object.keys(all), 'reason'], fieldAt)
        : { '': refusal.sentence };
  const problems = { ...refused, ...unread };

  const send = async (more: boolean) => {
    const read = readValues(all, values);
    setUnread(read.problems);
    change.forget();
    if (Object.keys(read.problems).length > 0) return;
    const receipt = await change.save(
      props.input({ content: read.content, reason, row: base.row, expectedVersion: versionOf(base.row) }),
    );
    if (receipt === null) return;
    saved.current = true;
    setTheirs(null);
    props.onSaved(receipt, more);
  };

  // A newer row came back instead of a receipt: what was typed is put over it, and both are shown.
  const [seen, setSeen] = useState<unknown>(null);
  const current = refusal?.current ?? null;
  if (isRow(current) && current !== seen) {
    const newRow = props.rowFrom && base.row !== null ? props.rowFrom(current, base.row) : current;
    const newer = valuesOf(all, newRow);
    setSeen(current);
    setTheirs({ values: newer, by: refusal?.by ?? null });
    setValues(mergedOver(base.values, newer, values));
    setBase({ values: newer, row: newRow });
  }

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = event.nativeEvent.submitter;
    void send(pressed?.getAttribute('value') === 'another');
  };
  const control = (name: string) => {
    const field = all[name];
    if (!field || !isAsked(field, values)) return null;
    return (
      <Fragment key={name}>
        <FieldControl
          name={name}
          field={field}
          value={values[name] ?? ''}
          options={options}
          error={problems[name]}
          onChange={(value) => setValues({ ...values, [name]: value })}
        />
        {follows?.after === name ? follows.show(values) : null}
      </Fragment>
    );
  };
  const sourceNames = Object.keys(sourceFields);
  const sourceWrong = sourceNames.some((name) => problems[name] !== undefined);

  return (
    <>
      <LeaveWarning unsaved={() => !saved.current && differ(base.values, values)} />
      <ErrorSummary problems={problems} />
      {theirs === null ? null : (
        <TheirsBesideYours
          by={theirs.by}
          fields={Object.entries(all).map(([key, field]) => ({
            key,
            label: field.label,
            theirs: shown(field, theirs.values[key], options),
            yours: shown(field, values[key], options),
          }))}
          onUseMine={() => void send(false)}
          onUseTheirs={() => {
            setValues(theirs.values);
            setTheirs(null);
            change.forget();
          }}
        />
      )}
      <form className={props.sideBySide ? 'nb-form nb-form--wide' : 'nb-form'} noValidate onSubmit={submit}>
        <div className={props.sideBySide ? 'nb-side-by-side' : undefined}>{Object.keys(fields).map(control)}</div>
        {sourceNames.length === 0 ? null : (
          <Details summary="Source" {...(sourceWrong ? { open: true } : {})}>
            {sourceNames.map(control)}
          </Details>
        )}
        {props.reason === null ? null : (
          <Textarea
            id="reason"
            label="Reason"
            hint="Kept in the history with the change."
            rows={2}
            value={reason}
            error={problems['reason']}
            onChange={setReason}
          />
        )}
        <div className="govuk-button-group">
          <Button type="submit" kind={props.warning ? 'warning' : 'primary'} disabled={change.saving}>
            {props.submit}
          </Button>
          {another === undefined ? null : (
            <Button type="submit" kind="secondary" value="another" disabled={change.saving}>
              {another}
            </Button>
          )}
          {props.cancel}
        </div>
      </form>
    </>
  );
};
