import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AttentionRow } from '@noticeboard/domain/views/attention';
import { useMay, useNotice } from '../app/notice.ts';
import type { useNudge } from '../app/use-nudge.ts';
import { Button } from './button.tsx';

/** Writes to whoever it is with, and says what came of it. */
const Nudge = ({
  memberId,
  row,
  nudge: { send, sending, outcomeOf },
}: {
  memberId: string;
  row: AttentionRow;
  nudge: ReturnType<typeof useNudge>;
}) => {
  const outcome = outcomeOf(memberId);
  return (
    <>
      <Button kind="secondary" disabled={sending} onClick={() => send([memberId])}>
        Nudge
        <span className="govuk-visually-hidden">
          {' '}
          {row.person?.title ?? ''} about {row.title}
        </span>
      </Button>
      {outcome === null ? null : (
        <span className="nb-register__under" role="status">
          {outcome}
        </span>
      )}
    </>
  );
};

const Hidden = ({ row }: { row: AttentionRow }) => <span className="govuk-visually-hidden">: {row.title}</span>;

/** The one thing that acts on a finding: a nudge, or a link to where it is done. */
export const ActOn = ({
  row,
  nudge,
  otherwise,
}: {
  row: AttentionRow;
  nudge: ReturnType<typeof useNudge>;
  /** What stands there where the reader may do nothing about it. */
  otherwise: ReactNode;
}) => {
  const { noticeId } = useNotice();
  const here = useLocation({ select: ({ pathname }) => pathname });
  const mayNudge = useMay('nudge.send');
  const mayHandOver = useMay('handover.offer');
  const mayRead = useMay('reading.write');
  const mayFocus = useMay('focus.set');
  const mayEdit = useMay('plan.edit');
  const mayReview = useMay('update.review');
  const { act } = row;
  if (act.do === 'nudge' && mayNudge) return <Nudge memberId={act.memberId} row={row} nudge={nudge} />;
  if (act.do === 'handOver' && mayHandOver)
    return (
      <Link to="/n/$noticeId/owners/handover" params={{ noticeId }} search={{ of: act.memberId }}>
        Hand over their work
        <Hidden row={row} />
      </Link>
    );
  if (act.do === 'findOwner' && mayHandOver)
    return (
      <Link to="/n/$noticeId/owners/handover" params={{ noticeId }} search={{ kind: act.kind, row: act.id }}>
        Find an owner
        <Hidden row={row} />
      </Link>
    );
  if (act.do === 'enterReading' && mayRead)
    return (
      <Link to="/n/$noticeId/measures/enter" params={{ noticeId }} search={{ owner: act.ownerId ?? undefined }}>
        Enter the reading
        <Hidden row={row} />
      </Link>
    );
  if (act.do === 'pickFocus' && mayFocus)
    return (
      <Link to="/n/$noticeId/actions" params={{ noticeId }} hash="open-focus">
        Pick the focus list
      </Link>
    );
  if (act.do === 'editAction' && mayEdit)
    return (
      <Link
        to="/n/$noticeId/set-up/$noun/$rowId"
        params={{ noticeId, noun: 'action', rowId: act.id }}
        search={{ from: here }}
      >
        Name another
        <Hidden row={row} />
      </Link>
    );
  if (act.do === 'review' && mayReview)
    return (
      <Link
        to="/n/$noticeId/updates"
        params={{ noticeId }}
        search={{ period: 'waiting' }}
        hash={`update-${act.updateId}`}
      >
        Accept or return it
        <Hidden row={row} />
      </Link>
    );
  if (act.do === 'evidence')
    return (
      <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId: act.id }} hash="evidence">
        See the evidence
        <Hidden row={row} />
      </Link>
    );
  if (act.do === 'decideDate')
    return (
      <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId: act.id }} hash="date-change">
        See the date asked for
        <Hidden row={row} />
      </Link>
    );
  return otherwise;
};
