import { useQueryClient, useSuspenseQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Due } from '@noticeboard/domain/views/my-updates';
import { formatWeekday, plural } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import type { Refusal } from '../../app/refusal.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { OffersPanel } from '../../components/offers-panel.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import type { Problems } from '../../components/problems.ts';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { rowsOf, submittedOf, untouched, type Row } from './body.ts';
import { elementId } from './desk.ts';
import { Foot, ReadyBar } from './foot.tsx';
import { MeasureRowItem } from './measure-row.tsx';
import { QuestionRowItem } from './question-row.tsx';
import { ReportRowItem } from './report-row.tsx';
import { useDesk } from './use-desk.ts';

const none: Problems = {};
const nothingReady = 'Nothing is ready to be submitted. Choose “No change” or write an update first.';

const listed = (parts: readonly string[]): string =>
  parts.length <= 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

/** Says what is due in one sentence: "5 actions and 3 measures are due from you". */
const titleOf = ({ questions, actions, requirements, measures, asked }: Due): string => {
  if (asked === 0) return 'Nothing is due from you';
  const counted = [
    [questions, 'question'],
    [actions, 'action'],
    [requirements, 'requirement'],
    [measures, 'measure'],
  ] as const;
  const parts = counted.flatMap(([rows, one]) => {
    const count = (rows as readonly Row[]).filter((row) => row.asked).length;
    return count === 0 ? [] : [plural(count, one)];
  });
  return `${listed(parts)} ${asked === 1 ? 'is' : 'are'} due from you`;
};

const untilWhen = ({ period, today, nextOpensOn }: Due): string => {
  if (period === null) return `Updates are asked for from ${formatWeekday(nextOpensOn)}.`;
  const { closesOn, graceEndsOn } = period;
  if (today <= closesOn) return `By ${formatWeekday(closesOn)}, when updates close.`;
  return today <= graceEndsOn
    ? `Updates closed on ${formatWeekday(closesOn)}. They are not late until ${formatWeekday(graceEndsOn)} is over.`
    : `Updates closed on ${formatWeekday(closesOn)}. What is still due is late.`;
};

/** Puts the refusals of a submission beside the rows that were sent. */
const problemsOf = (refusal: Refusal | null, sent: readonly string[]): Map<string, Record<string, string>> => {
  const found = new Map<string, Record<string, string>>();
  for (const [place, sentence] of Object.entries(refusal?.fields ?? {})) {
    const [, index, field = ''] = /^rows\.(\d+)(?:\.(.+))?$/.exec(place) ?? [];
    const key = index === undefined ? undefined : sent[Number(index)];
    if (key !== undefined) found.set(key, { ...found.get(key), [field]: sentence });
  }
  return found;
};

/** The rows of one kind; nothing where there are none. */
const Rows = ({
  title,
  intro,
  links,
  rows,
  children,
}: {
  title: string;
  intro: string;
  links?: ReactNode;
  rows: readonly Row[];
  children: ReactNode;
}) =>
  rows.length === 0 ? null : (
    <Section
      title={title}
      marks={rows.some(({ mark }) => mark === 'illustrative') ? <SourceMark mark="illustrative" /> : undefined}
      links={
        <>
          <span className="nb-secondary">{intro}</span>
          {links}
        </>
      }
    >
      {rows[0]?.kind === 'measure' ? (
        <div className="nb-dues-head" aria-hidden="true">
          <span>Measure</span>
          <span>Period</span>
          <span>Last reading</span>
          <span>This reading, or why there is none</span>
        </div>
      ) : null}
      <ul className={`nb-list-plain nb-dues nb-dues--${rows[0]?.kind ?? ''}`}>{children}</ul>
    </Section>
  );

/** Everything that is due from the reader in this reporting period, on one page, submitted at once. */
export const MyUpdatesPage = () => {
  const { noticeId, input, frame } = useNotice();
  const mayReport = useMay('update.write');
  const covers = useMay('cover.set');
  const [{ data: due }, { data: drafts }] = useSuspenseQueries({
    queries: [trpc.update.due.queryOptions(input), trpc.draft.mine.queryOptions({ noticeId })],
  });
  const queries = useQueryClient();
  const { save, refusal } = useChange(trpc.update.submit.mutationOptions());
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<readonly string[]>([]);
  const [unready, setUnready] = useState(false);
  const rows = rowsOf(due);
  const { desk, narrow, openKey, isReady, mended, forgetMended } = useDesk(noticeId, due.memberId, rows, drafts);
  const problems = problemsOf(refusal, sent);
  for (const key of mended) problems.delete(key);

  const submit = async () => {
    const ready = rows.filter((row) => desk.bodies.read(row.key) !== undefined && isReady(row));
    const keys = ready.map(({ key }) => key);
    setUnready(ready.length === 0);
    if (ready.length === 0) return;
    setBusy(true);
    forgetMended();
    setSent(keys);
    // A draft on its way must not arrive after the submission that ends it.
    await desk.keeper.settle(keys);
    const receipt = await save({
      noticeId,
      rows: ready.map((row) => submittedOf(row, desk.bodies.read(row.key) ?? untouched(row))),
    });
    if (receipt) for (const key of keys) desk.bodies.put(key, null);
    else {
      for (const key of keys) desk.keeper.touch(key);
      // Where somebody was faster, theirs is shown beside what was typed.
      await queries.invalidateQueries(trpc.update.due.queryFilter());
    }
    setBusy(false);
  };

  const summary: Record<string, string> = {};
  for (const row of rows)
    for (const [field, sentence] of Object.entries(problems.get(row.key) ?? none))
      summary[field === '' ? elementId(row) : `${elementId(row)}-${field}`] = sentence;
  if (unready) summary[''] = nothingReady;
  else if (refusal && problems.size === 0 && mended.size === 0 && !busy) summary[''] = refusal.sentence;

  const of = (row: Row) => ({ desk, busy, readOnly: !mayReport, problems: problems.get(row.key) ?? none });
  return (
    <div className="nb-my-updates">
      <ErrorSummary problems={summary} />
      <PageTitle
        title={titleOf(due)}
        over="My updates"
        under={due.asked === 0 ? undefined : untilWhen(due)}
        actions={!mayReport || due.asked === 0 ? undefined : <ReadyBar desk={desk} rows={rows} />}
      />
      <OffersPanel />
      {due.instructions === null || due.asked === 0 ? null : <p className="nb-instructions">{due.instructions}</p>}
      {due.asked === 0 ? (
        <EmptyState>
          <p>
            {rows.length === 0
              ? `Nothing of ${frame.notice.authority}’s plan waits for your report.`
              : 'You have reported on everything that was asked for. It stands below.'}{' '}
            The next reporting period opens on {formatWeekday(due.nextOpensOn)}.
          </p>
        </EmptyState>
      ) : null}
      <Rows title="Questions from the board" rows={due.questions} intro="The first to be answered on top.">
        {due.questions.map((row) => (
          <QuestionRowItem key={row.key} row={row} {...of(row)} />
        ))}
      </Rows>
      <Rows
        title="Actions"
        rows={due.actions}
        intro="Oldest update first. “No change” repeats your last rating and records that you looked today."
      >
        {due.actions.map((row) => (
          <ReportRowItem key={row.key} row={row} open={!narrow || openKey === row.key} narrow={narrow} {...of(row)} />
        ))}
      </Rows>
      <Rows title="Requirements" rows={due.requirements} intro="Oldest update first.">
        {due.requirements.map((row) => (
          <ReportRowItem key={row.key} row={row} open={!narrow || openKey === row.key} narrow={narrow} {...of(row)} />
        ))}
      </Rows>
      <Rows
        title="Measures"
        rows={due.measures}
        intro="A value, or why there is none."
        links={
          mayReport ? (
            <Link to="/n/$noticeId/measures/enter" params={{ noticeId }}>
              Paste a column
            </Link>
          ) : undefined
        }
      >
        {due.measures.map((row) => (
          <MeasureRowItem key={row.key} row={row} {...of(row)} />
        ))}
      </Rows>
      {covers ? (
        <p className="nb-no-print">
          Away soon, or is something no longer yours?{' '}
          <Link to="/n/$noticeId/owners/cover" params={{ noticeId }}>
            Set cover
          </Link>{' '}
          or{' '}
          <Link to="/n/$noticeId/owners/handover" params={{ noticeId }}>
            hand it over
          </Link>
          .
        </p>
      ) : null}
      {!mayReport || rows.length === 0 ? null : (
        <Foot desk={desk} rows={rows} busy={busy} onSubmit={() => void submit()} />
      )}
    </div>
  );
};
