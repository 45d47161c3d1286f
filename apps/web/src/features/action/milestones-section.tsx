import { useState } from 'react';
import type { Milestone } from '@noticeboard/domain/action';
import type { CsvColumn } from '@noticeboard/domain/csv';
import { daysBetween } from '@noticeboard/domain/day-number';
import type { ActionView, MilestoneLine } from '@noticeboard/domain/views/action';
import { formatDate, formatNumber, formatShortDate, plural } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { SlipDays } from '../../components/due-dates.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { TheirsBesideYours } from '../../components/theirs-beside-yours.tsx';
import { useSeenVersion } from '../../components/seen-version.ts';

const daysWords = ({ status: { key, days } }: MilestoneLine): string | null => {
  if (key === 'done') return days === 0 ? null : `${plural(Math.abs(days), 'day')} ${days > 0 ? 'late' : 'early'}`;
  if (key === 'overdue') return `by ${plural(days, 'day')}`;
  if (key === 'forecastLate') return `by ${plural(days, 'day')}`;
  return days === 0 ? 'today' : `in ${plural(days, 'day')}`;
};

const fileColumns: readonly CsvColumn<MilestoneLine>[] = [
  { head: 'Step', cell: ({ title }) => title },
  { head: 'Original', cell: ({ originalDue }) => originalDue },
  { head: 'Current', cell: ({ currentDue }) => currentDue },
  { head: 'Forecast', cell: ({ forecast }) => forecast },
  { head: 'Done', cell: ({ doneOn }) => doneOn },
  { head: 'State', cell: ({ status }) => status.label },
];

const doneWords = (doneOn: string | null): string => (doneOn === null ? 'Not done' : `Done ${formatDate(doneOn)}`);

/** What was ticked or unticked just now, with what it was before: what "Undo" brings back. */
type Ticked = { milestone: MilestoneLine; version: number; doneOn: string | null };

/** The dated steps of an action; whoever leads it ticks them off, and can take that back. */
export const MilestonesSection = ({ action, locked }: { action: ActionView; locked: boolean }) => {
  const { noticeId, today } = useNotice();
  const mayTick = useMay('milestone.tick', action.subject) && !locked;
  const { save, saving, refusal, forget } = useChange(trpc.milestone.tick.mutationOptions());
  const [ticked, setTicked] = useState<Ticked | null>(null);
  const [asked, setAsked] = useState<{ milestone: MilestoneLine; doneOn: string | null } | null>(null);
  const { current: newer, version } = useSeenVersion(refusal, 0);
  const current = newer as Milestone | null;
  const { milestones } = action;
  const done = milestones.filter(({ doneOn }) => doneOn !== null).length;

  const tick = async (milestone: MilestoneLine, expectedVersion: number, doneOn: string | null) => {
    setAsked({ milestone, doneOn });
    setTicked(null);
    const receipt = await save({ noticeId, id: milestone.id, expectedVersion, doneOn });
    if (receipt) setTicked({ milestone, version: receipt.versions[milestone.id] ?? 0, doneOn });
  };

  return (
    <Section
      title="Milestones"
      marks={<SourceMark mark={action.source.mark} />}
      links={
        milestones.length === 0 ? undefined : (
          <>
            <span className="nb-secondary">{`${formatNumber(done, 0)} of ${formatNumber(milestones.length, 0)} done`}</span>
            <CsvLink
              name={`action-${action.code}-milestones`}
              of="milestones"
              columns={fileColumns}
              rows={milestones}
            />
          </>
        )
      }
    >
      {current && asked ? (
        <TheirsBesideYours
          by={refusal?.by ?? null}
          fields={[
            {
              key: 'doneOn',
              label: asked.milestone.title,
              theirs: doneWords(current.doneOn),
              yours: doneWords(asked.doneOn),
            },
          ]}
          onUseMine={() => void tick(asked.milestone, version, asked.doneOn)}
          onUseTheirs={forget}
        />
      ) : null}
      {refusal && !current ? (
        <p className="govuk-error-message" role="alert">
          {refusal.sentence}
        </p>
      ) : null}
      <div role="status">
        {ticked ? (
          <p className="nb-notice-line">
            <strong>{ticked.milestone.title}</strong> is marked {ticked.doneOn === null ? 'not done' : 'done'}.{' '}
            <button
              type="button"
              className="nb-link-button"
              disabled={saving}
              onClick={() =>
                void tick({ ...ticked.milestone, doneOn: ticked.doneOn }, ticked.version, ticked.milestone.doneOn)
              }
            >
              Undo
            </button>
          </p>
        ) : null}
      </div>
      {milestones.length === 0 ? (
        <EmptyState>No milestones. The programme office adds them to the plan.</EmptyState>
      ) : (
        <table className="nb-table nb-table--stack">
          <caption className="govuk-visually-hidden">Milestones</caption>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Original</th>
              <th scope="col">Current</th>
              <th scope="col">Forecast, done</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {milestones.map((milestone) => {
              const { id, title, originalDue, currentDue, forecast, doneOn, status } = milestone;
              const days = daysWords(milestone);
              return (
                <tr key={id}>
                  <th scope="row">{title}</th>
                  <td data-head="Original:">{formatShortDate(originalDue)}</td>
                  <td data-head="Current:">
                    {formatShortDate(currentDue)}
                    <SlipDays days={daysBetween(originalDue, currentDue)} />
                  </td>
                  <td data-head={doneOn === null ? 'Forecast:' : 'Done:'}>
                    {doneOn !== null ? (
                      formatShortDate(doneOn)
                    ) : forecast === null ? (
                      <span className="nb-secondary">None</span>
                    ) : (
                      formatShortDate(forecast)
                    )}
                  </td>
                  <td>
                    <StatusTag status={status} />
                    {days === null ? null : <span className="nb-register__under">{days}</span>}
                    {mayTick ? (
                      <button
                        type="button"
                        className="nb-link-button nb-no-print"
                        disabled={saving}
                        onClick={() => void tick(milestone, milestone.version, doneOn === null ? today : null)}
                      >
                        {doneOn === null ? 'Mark done' : 'Mark not done'}
                        <span className="govuk-visually-hidden">: {title}</span>
                      </button>
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Section>
  );
};
