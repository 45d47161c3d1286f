import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { formatWeekday } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc, type RouterOutput } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { LeaveWarning } from '../../components/leave-warning.tsx';
import { OffersPanel } from '../../components/offers-panel.tsx';
import { FollowUpsSection } from '../../components/follow-ups-section.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { rowsOf } from './body.ts';
import { DueSections } from './due-sections.tsx';
import { titleOf, untilWhen } from './due-words.ts';
import { Foot, ReadyBar } from './foot.tsx';
import { ownPlace } from './keep-draft.ts';
import { NotRecorded } from './not-recorded.tsx';
import { useSubmission } from './use-submission.ts';

const Mine = ({ due, drafts }: { due: RouterOutput['update']['due']; drafts: RouterOutput['draft']['mine'] }) => {
  const { noticeId, frame } = useNotice();
  const mayReport = useMay('update.write');
  const queries = useQueryClient();
  const { save, refusal } = useChange(trpc.update.submit.mutationOptions());
  const rows = useMemo(() => rowsOf(due), [due]);
  const place = useMemo(() => ownPlace(noticeId), [noticeId]);
  const submission = useSubmission({
    noticeId,
    memberId: due.memberId,
    rows,
    drafts,
    place,
    save: (ready) => save({ noticeId, rows: ready }),
    refusal,
    onRefused: () => queries.invalidateQueries(trpc.update.due.queryFilter()),
  });
  const { desk, summary, busy, submit, lost } = submission;
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
      <LeaveWarning unsaved={() => lost.length > 0} />
      <NotRecorded desk={desk} rows={lost} />
      <DueSections due={due} submission={submission} readOnly={!mayReport} />
      <FollowUpsSection meetingId={null} toId={due.memberId} />
      {!mayReport || rows.length === 0 ? null : (
        <Foot desk={desk} rows={rows} busy={busy} onSubmit={() => void submit()} />
      )}
    </div>
  );
};

/**
 * Everything that is due from the reader in this reporting period, on one page, submitted at once. It suspends nothing: React
 * would hold back what comes soon after a skeleton, to spare the eye, and the page is there to be typed into.
 */
export const MyUpdatesPage = () => {
  const { noticeId, input } = useNotice();
  const [{ data: due }, { data: drafts }] = useQueries({
    queries: [trpc.update.due.queryOptions(input), trpc.draft.mine.queryOptions({ noticeId })],
  });
  return due && drafts ? <Mine due={due} drafts={drafts} /> : <PageSkeleton />;
};
