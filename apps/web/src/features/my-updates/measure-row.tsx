import { memo, useState } from 'react';
import type { Draft } from '@noticeboard/domain/draft';
import { keysOf, symbols, type ReadingSymbol } from '@noticeboard/domain/scales';
import type { DueMeasure } from '@noticeboard/domain/views/due-readings';
import { Select } from '../../components/choices.tsx';
import { Details } from '../../components/details.tsx';
import { describedBy } from '../../components/form-group.tsx';
import type { Problems } from '../../components/problems.ts';
import { SourceDetails } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { Button } from '../../components/button.tsx';
import { isOvertaken, onTopOf, valueProblem } from './body.ts';
import { type Desk, elementId, useBody } from './desk.ts';
import { TypedElsewhere } from './elsewhere.tsx';
import { DoneLine, nameOf, RowFrame, RowTitle } from './row-parts.tsx';

const symbolChoices = keysOf(symbols).map((value) => ({
  value,
  label: `${value}  ${symbols[value].label.toLowerCase()}`,
}));
const symbolIn = (value: string): ReadingSymbol | '' => keysOf(symbols).find((key) => key === value.trim()) ?? '';

/** A symbol has no numerator and no denominator: what was typed there goes, for its fields can’t be reached any more. */
const noShare = { numerator: '', denominator: '' };

/** A short number of a reading, named for those who can't see the column that it stands in. */
const Figure = ({
  id,
  label,
  value,
  suffix,
  error,
  disabled = false,
  onChange,
  onLeave,
}: {
  id: string;
  label: string;
  value: string;
  suffix?: string;
  error?: string | undefined;
  disabled?: boolean;
  onChange: (value: string) => void;
  onLeave?: () => void;
}) => (
  <span className="nb-due__figure">
    <label className="govuk-visually-hidden" htmlFor={id}>
      {label}
    </label>
    <input
      className={`govuk-input govuk-input--width-5${error === undefined ? '' : ' govuk-input--error'}`}
      id={id}
      name={id}
      type="text"
      autoComplete="off"
      disabled={disabled}
      value={value}
      aria-describedby={describedBy({ id, error })}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
    />
    {suffix === undefined || suffix === '' ? null : <span aria-hidden="true">{suffix.trim()}</span>}
  </span>
);

const fieldsOf = ['value', 'numerator', 'denominator'] as const;

const Fields = ({
  row,
  body,
  problems,
  onChange,
}: {
  row: DueMeasure;
  body: Draft;
  problems: Problems;
  onChange: (patch: Partial<Draft>) => void;
}) => {
  const id = elementId(row);
  const name = nameOf(row);
  const [left, setLeft] = useState(false);
  const symbol = symbolIn(body.value);
  const wrong = (left ? valueProblem(row, body.value) : null) ?? fieldsOf.map((field) => problems[field]).find(Boolean);
  const share = row.unit === 'percent';
  return (
    <>
      <div className="nb-due__reading">
        <Figure
          id={`${id}-value`}
          label={`Value of ${name}${row.suffix === '' ? '' : `, in ${row.suffix.trim()}`}`}
          suffix={row.suffix}
          value={symbol === '' ? body.value : ''}
          error={wrong}
          onChange={(value) => onChange({ value, ...(symbolIn(value) === '' ? {} : noShare) })}
          onLeave={() => setLeft(true)}
        />
        {share ? (
          <>
            <span className="nb-due__of" aria-hidden="true">
              from
            </span>
            <Figure
              id={`${id}-numerator`}
              label={`Numerator of ${name} (optional)`}
              value={body.numerator}
              disabled={symbol !== ''}
              onChange={(numerator) => onChange({ numerator })}
            />
            <span className="nb-due__of" aria-hidden="true">
              of
            </span>
            <Figure
              id={`${id}-denominator`}
              label={`Denominator of ${name} (optional)`}
              value={body.denominator}
              disabled={symbol !== ''}
              onChange={(denominator) => onChange({ denominator })}
            />
          </>
        ) : null}
      </div>
      {wrong === undefined ? null : (
        <p className="govuk-error-message" id={`${id}-value-error`}>
          <span className="govuk-visually-hidden">Error:</span> {wrong}
        </p>
      )}
    </>
  );
};

type Props = { row: DueMeasure; desk: Desk; busy: boolean; readOnly: boolean; problems: Problems };

/** One measure whose reading is due: a value, or the symbol that says why there is none. */
export const MeasureRowItem = memo(({ row, desk, busy, readOnly, problems }: Props) => {
  const { body, touched, refused, change, clear } = useBody(desk, row);
  const id = elementId(row);
  const name = nameOf(row);
  const split = body.elsewhere !== undefined;
  const overtaken = touched && !busy && !split && isOvertaken(row, body);
  const done = !row.asked && !touched;
  const shown: Problems = { ...problems, ...refused };
  return (
    <RowFrame row={row} state={done ? 'done' : 'open'} problem={shown['']}>
      <div className="nb-due__facts">
        <RowTitle row={row} desk={desk} />
        {row.definition === null || done ? null : <Details summary="How to count it">{row.definition}</Details>}
      </div>
      <p className="nb-due__period">
        <span className="nb-due__cell-label">Period: </span>
        {done ? (row.given?.period ?? row.period.words) : row.period.words}
      </p>
      <div className="nb-due__last-reading">
        <span className="nb-due__cell-label">Last reading: </span>
        {row.last === null ? (
          <span className="nb-secondary">No reading yet</span>
        ) : (
          <>
            {row.last.words}, {row.last.period} <SourceDetails source={row.last.source} of={name} />
          </>
        )}
      </div>
      <div className="nb-due__form" onBlur={() => desk.keeper.flush(row.key)}>
        {readOnly && !done ? <StatusTag status={row.report} /> : null}
        {done ? <DoneLine title={`Reading given: ${row.given?.words ?? ''}`} words={row.report.reason} /> : null}
        <TypedElsewhere row={row} body={body} desk={desk} onUseHere={() => change({ elsewhere: undefined })} />
        {overtaken ? (
          <div className="nb-notice-line">
            <p>
              A reading was recorded while you were typing: <strong>{row.last?.words}</strong> for {row.last?.period}.
              Yours is {body.value}.
            </p>
            <div className="nb-due__buttons">
              <Button
                onClick={() => {
                  change(onTopOf(row, body));
                  desk.mend(row.key);
                }}
              >
                Use mine<span className="govuk-visually-hidden">: {name}</span>
              </Button>
              <Button
                kind="secondary"
                onClick={() => {
                  clear();
                  desk.mend(row.key);
                }}
              >
                Use theirs<span className="govuk-visually-hidden">: {name}</span>
              </Button>
            </div>
          </div>
        ) : null}
        {readOnly || done || overtaken || split ? null : (
          <div className="nb-due__entry">
            <Fields row={row} body={body} problems={shown} onChange={change} />
            <Select
              id={`${id}-symbol`}
              label={<span className="govuk-visually-hidden">Why {name} has no reading</span>}
              value={symbolIn(body.value)}
              empty="Choose why there is none"
              choices={symbolChoices}
              onChange={(value) => change({ value, ...(value === '' ? {} : noShare) })}
            />
          </div>
        )}
      </div>
    </RowFrame>
  );
});
