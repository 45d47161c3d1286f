import type { Basis } from '@noticeboard/domain/scales';
import { DateInput } from '../../components/date-input.tsx';
import type { DateParts } from '../../components/date-parts.ts';
import { askedBy, type PeriodParts } from './periods.ts';

type Props = {
  basis: Basis;
  value: PeriodParts;
  error: { field: string; sentence: string; part?: keyof DateParts | undefined } | undefined;
  onChange: (value: PeriodParts) => void;
};

const labels: Readonly<Record<Basis, { label: string; hint: string }>> = {
  month: { label: 'Month', hint: 'For example, 8 2023 for August 2023' },
  quarter: { label: 'Last month of the quarter', hint: 'March, June, September or December: for example, 9 2023' },
  rolling12: { label: 'Last of the 12 months', hint: 'For example, 8 2023 for September 2022 to August 2023' },
  yearToDate: { label: 'Year to date, up to the end of', hint: 'For example, 12 2023' },
  calendarYear: { label: 'Year', hint: 'From 1 January to 31 December' },
  academicYear: { label: 'Year in which the academic year ends', hint: '2023 for September 2022 to August 2023' },
  snapshot: { label: 'Day', hint: 'The day it was counted: for example, 18 9 2023' },
  other: { label: 'Last day of the period', hint: 'For example, 30 4 2023' },
  notStated: { label: 'Last day of the period', hint: 'For example, 30 4 2023' },
};

/** Asks for the period of a reading in the way that fits its basis. */
export const PeriodFields = ({ basis, value, error, onChange }: Props) => {
  const { label, hint } = labels[basis];
  const by = askedBy[basis];
  const end = (parts: DateParts) => onChange({ ...value, end: parts });
  const endError = error?.field === 'periodStart' ? undefined : error;
  if (by === 'month' || by === 'year') {
    return (
      <DateInput
        id="periodEnd"
        label={label}
        hint={hint}
        value={value.end}
        parts={by === 'month' ? ['month', 'year'] : ['year']}
        error={error?.sentence}
        wrong={error?.part}
        onChange={end}
      />
    );
  }
  return (
    <>
      {by === 'days' ? (
        <DateInput
          id="periodStart"
          label="First day of the period"
          value={value.start}
          error={error?.field === 'periodStart' ? error.sentence : undefined}
          wrong={error?.part}
          onChange={(start) => onChange({ ...value, start })}
        />
      ) : null}
      <DateInput
        id="periodEnd"
        label={label}
        hint={hint}
        value={value.end}
        error={endError?.sentence}
        wrong={endError?.part}
        onChange={end}
      />
    </>
  );
};
