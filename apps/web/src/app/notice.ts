import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Frame } from '@noticeboard/domain/views/frame';
import type { IsoDate } from '@noticeboard/domain/fields';
import { momentOf } from '@noticeboard/domain/moment';
import { may, mayAnywhere, type Permission, type Subject } from '@noticeboard/domain/permissions';
import { useAddress } from './address.ts';
import { trpc } from './trpc.ts';

/** The notice of the page, and the day that it is looked at. */
export type NoticeHere = {
  noticeId: string;
  frame: Frame;
  /** The real day of the plan. */
  today: IsoDate;
  /** The day that the page shows: today, or the one looked back to. */
  day: IsoDate;
  /** The entry of the ledger that the page shows the notice after; null where it shows a whole day. */
  seq: number | null;
  /** What queries are given: undefined while the page shows today. */
  asAt: string | undefined;
  /** Whether the page shows an earlier moment, so that nothing may be changed. */
  lookingBack: boolean;
  /** The input that every query of a page starts with: `{ noticeId, asAt }`. */
  input: { noticeId: string; asAt?: string };
};

/** Gives who is signed in and which notices they have. */
export const useSession = () => useQuery(trpc.session.me.queryOptions());

/** Gives the notice of the page: only inside `/n/$noticeId`, where the frame has been loaded. */
export const useNotice = (): NoticeHere => {
  const { noticeId = '' } = useParams({ strict: false });
  const { asAt: chosen } = useAddress();
  // The frame of today, also while looking back: the days to turn to and the person's roles are never those of the past.
  const { data: frame } = useSuspenseQuery(trpc.notice.frame.queryOptions({ noticeId }));
  const { today } = frame;
  const asAt = chosen === undefined || chosen === today ? undefined : chosen;
  return {
    noticeId,
    frame,
    today,
    day: asAt === undefined ? today : (momentOf(asAt)?.day ?? asAt),
    seq: asAt === undefined ? null : (momentOf(asAt)?.seq ?? null),
    asAt,
    lookingBack: asAt !== undefined,
    input: asAt === undefined ? { noticeId } : { noticeId, asAt },
  };
};

/**
 * Says whether a control that changes something is shown: never while looking back.
 * @param subject whose the row is; left out, whether the person may do it to any row at all
 */
export const useMay = (permission: Permission, subject?: Subject): boolean => {
  const { frame, lookingBack } = useNotice();
  if (lookingBack) return false;
  return subject === undefined ? mayAnywhere(frame.who, permission) : may(frame.who, permission, subject);
};
