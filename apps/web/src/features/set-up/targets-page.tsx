import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { units } from '@noticeboard/domain/scales';
import type { TargetGrid } from '@noticeboard/domain/views/set-up-form';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { enteredChange } from './form/entered-change.ts';
import type { Field, Fields } from './form/field.ts';
import { RowForm, type Entered } from './form/row-form.tsx';
import { CancelLink, setUpPath, useBack } from './links.tsx';
import { LookingBack } from '../../components/looking-back.tsx';
import { addedToPlan } from './nouns/definitions.ts';
import { sourceFields } from './nouns/source-fields.ts';

type Cell = TargetGrid['cells'][number];
type Row = Readonly<Record<string, unknown>>;
/** One target as it is sent, with the field that it was entered in. */
type Sent = { field: string; months: number | null; on: unknown; value: unknown; expectedVersion: unknown };

const cellName = (index: number): string => `target-${index}`;
const versionName = (name: string): string => `${name}-version`;

const cellField = ({ label }: Cell, suffix: string): Field => ({
  kind: 'text',
  label,
  width: 5,
  ...(suffix === '' ? {} : { suffix }),
});

const anotherDate: Fields = {
  on: { kind: 'date', label: 'Another date', optional: true, hint: 'For a target between or after the checkpoints.' },
  onValue: { kind: 'text', label: 'Target on that date', optional: true, width: 5 },
};

/** Gives the row that the form edits: every cell's value and version under names of its own. */
const rowOf = ({ cells }: TargetGrid): Row =>
  Object.fromEntries([
    ['mark', 'own'],
    ...cells.flatMap(({ value, version }, index) => [
      [cellName(index), value],
      [versionName(cellName(index)), version],
    ]),
  ]) as Row;

const withSaved =
  ({ cells }: TargetGrid) =>
  (current: Row, before: Row): Row => {
    const index = cells.findIndex(({ months, on }) => months === current['months'] && on === current['on']);
    const name = cellName(index);
    return {
      ...before,
      recordedBy: current['recordedBy'],
      [name]: String(current['value']),
      [versionName(name)]: current['version'],
    };
  };

/** Gives the targets that were changed. */
const changedIn = ({ cells }: TargetGrid, { content, row }: Entered): Sent[] => {
  const changed = cells.flatMap(({ months, on }, index): Sent[] => {
    const field = cellName(index);
    const value = String(content[field]).trim();
    return value === row?.[field] ? [] : [{ field, months, on, value, expectedVersion: row?.[versionName(field)] }];
  });
  const { on, onValue } = content;
  if (on === null && onValue === null) return changed;
  return [
    ...changed,
    { field: on === null ? 'on' : 'onValue', months: null, on, value: onValue ?? '', expectedVersion: 0 },
  ];
};

const approvalFields = ({ approvers }: TargetGrid): Fields => ({
  approvedById: {
    kind: 'choice',
    label: 'Who approved it',
    from: approvers,
    optional: true,
    hint: 'The chair or a board member. It stands beside every target that you change here.',
  },
  approvedOn: { kind: 'date', label: 'Day of the approval', optional: true },
});

/** What goes with every target that is sent: its source and who approved it. */
const withEach = ({ content }: Entered): Row =>
  Object.fromEntries([...Object.keys(sourceFields), 'approvedById', 'approvedOn'].map((name) => [name, content[name]]));

const Form = ({ grid }: { grid: TargetGrid }) => {
  const { noticeId } = useNotice();
  const navigate = useNavigate();
  const back = useBack(setUpPath(noticeId, 'measure'));
  const change = useChange(enteredChange(trpc.target.setAll.mutationOptions()));
  // Which fields were sent in which order: a refusal counts them.
  const sent = useRef<Sent[]>([]);
  const { id: measureId, unit } = grid.measure;
  const suffix = units[unit].suffix.trim();
  const fields: Fields = {
    ...Object.fromEntries(grid.cells.map((cell, index) => [cellName(index), cellField(cell, suffix)])),
    ...anotherDate,
    ...approvalFields(grid),
  };
  const fieldAt = (path: string): string => {
    const [first = '', index, part] = path.split('.');
    if (first !== 'targets') return first;
    const found = sent.current[Number(index)]?.field ?? '';
    return found === 'onValue' && part === 'on' ? 'on' : found;
  };
  return (
    <RowForm
      fields={fields}
      sourceFields={sourceFields}
      sideBySide
      row={rowOf(grid)}
      options={{}}
      reason={grid.cells.every(({ version }) => version === 0) ? addedToPlan : ''}
      change={change}
      fieldAt={fieldAt}
      rowFrom={withSaved(grid)}
      input={(entered) => {
        sent.current = changedIn(grid, entered);
        const targets = sent.current.map(({ field: _field, ...target }) => target);
        return { ...withEach(entered), noticeId, measureId, targets, reason: entered.reason };
      }}
      submit="Save targets"
      cancel={<CancelLink to={back} />}
      onSaved={() => void navigate({ to: back })}
    />
  );
};

/** Sets the targets of one measure, checkpoint by checkpoint. */
export const TargetsPage = () => {
  const { measureId = '' } = useParams({ strict: false });
  const { noticeId, lookingBack } = useNotice();
  const { data: grid } = useSuspenseQuery(trpc.setUp.targets.queryOptions({ noticeId, measureId }));
  return (
    <>
      <Breadcrumbs>
        <Link to={setUpPath(noticeId)} className="govuk-breadcrumbs__link">
          Set-up
        </Link>
        <Link to={setUpPath(noticeId, 'measure')} className="govuk-breadcrumbs__link">
          Measures
        </Link>
        Targets
      </Breadcrumbs>
      <PageTitle title="Targets" under={`Measure ${grid.measure.code} ${grid.measure.title}`} />
      {lookingBack ? (
        <LookingBack />
      ) : (
        <>
          <p>Leave a checkpoint empty where there is no target. Emptying one withdraws it; the history keeps it.</p>
          <Form grid={grid} />
        </>
      )}
    </>
  );
};
