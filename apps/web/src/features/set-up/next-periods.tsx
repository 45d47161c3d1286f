import { periodsFrom } from '@noticeboard/domain/rules/reporting';
import type { Rhythm } from '@noticeboard/domain/scales';
import type { ReportingView } from '@noticeboard/domain/views/reporting';
import { formatWeekday } from '@noticeboard/domain/words';
import { EmptyState } from '../../components/empty-state.tsx';
import type { Fields, Values } from './form/field.ts';
import { readValues } from './form/values.ts';
import { reportingFields } from './nouns/reporting-fields.ts';

const shown = 4;
const mostDays = 20;

const { reportEvery, reportsCloseFrom, reportOpenDays, reportGraceDays } = reportingFields;
const rhythmFields: Fields = { reportEvery, reportsCloseFrom, reportOpenDays, reportGraceDays };

type Rhythmic = { reportEvery: Rhythm; reportsCloseFrom: string; reportOpenDays: number; reportGraceDays: number };

/** Gives the rhythm that is entered; null while it can't be one. */
const entered = (values: Values): Rhythmic | null => {
  const { content, problems } = readValues(rhythmFields, values);
  if (Object.keys(problems).length > 0) return null;
  const read = content as Rhythmic;
  const possible =
    read.reportsCloseFrom >= '1900-01-01' &&
    read.reportsCloseFrom < '2200-01-01' &&
    read.reportOpenDays >= 1 &&
    read.reportGraceDays >= 0 &&
    Math.max(read.reportOpenDays, read.reportGraceDays) <= mostDays;
  return possible ? read : null;
};

/** The next periods that result from what is entered, as it is typed. */
export const NextPeriods = ({ view, values }: { view: ReportingView; values: Values }) => {
  const rhythm = entered(values);
  const periods =
    rhythm === null ? [] : periodsFrom({ ...rhythm, issuedOn: view.settings.issuedOn }, view.today, shown);
  return (
    <section className="nb-next-periods" aria-labelledby="next-periods">
      <h2 className="govuk-heading-s" id="next-periods">
        The next four periods
      </h2>
      <div aria-live="polite">
        {periods.length === 0 ? (
          <EmptyState>Enter the rhythm, the day and 1 to 20 working days to see the periods.</EmptyState>
        ) : (
          <table className="nb-table nb-table--stack">
            <caption className="govuk-visually-hidden">The next four periods with these settings</caption>
            <thead>
              <tr>
                <th scope="col">Updates close</th>
                <th scope="col">Open from</th>
                <th scope="col">Late after</th>
              </tr>
            </thead>
            <tbody>
              {periods.map(({ index, opensOn, closesOn, graceEndsOn }) => (
                <tr key={index}>
                  <th scope="row">{formatWeekday(closesOn)}</th>
                  <td data-head="Open from:">{formatWeekday(opensOn)}</td>
                  <td data-head="Late after:">{formatWeekday(graceEndsOn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      <p className="nb-meta">
        Working days leave out weekends and the bank holidays in England and Wales, which are known until the end of{' '}
        {view.holidaysUntil}. Source:{' '}
        <a className="govuk-link" href="https://www.gov.uk/bank-holidays" rel="noreferrer">
          GOV.UK, bank holidays
        </a>
        .
      </p>
    </section>
  );
};
