/**
 * The moment that a page shows, as it stands in an address: the end of a day in London ("2023-09-20"), or a position of the
 * ledger as it was looked at on a day ("2023-09-20.4118").
 */
import type { IsoDate } from './fields.ts';

/** `seq` is the last entry of the ledger that is shown; null for all that was recorded by the end of the day. */
export type Moment = { day: IsoDate; seq: number | null };

/** Gives a moment as it stands in an address. */
export const writtenMoment = ({ day, seq }: Moment): string => (seq === null ? day : `${day}.${seq}`);

/** Reads a moment from an address; null where it is none. That its day is a real one is for the schema to say. */
export const momentOf = (written: string): Moment | null => {
  const [, day, seq] = /^(\d{4}-\d{2}-\d{2})(?:\.([1-9]\d{0,8}))?$/.exec(written) ?? [];
  return day === undefined ? null : { day, seq: seq === undefined ? null : Number(seq) };
};
