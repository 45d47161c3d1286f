/** What the parts of the generator share: the setting of the notice, its people, and how a part puts a row into the script. */
import type { IsoDate } from '../fields.ts';
import type { Change, Entity, Rows } from '../plan.ts';
import type { Theme } from './phrases.ts';
import { themes } from './phrases.ts';
import type { Random } from './random.ts';

/** One recorded change of the script: its day, who makes it (a member's id, or "@demonstration") and why. */
export type Step = { day: IsoDate; actor: string; reason: string; changes: Change[] };

export type Draft = {
  [E in Entity]: { day: IsoDate; actor: string; reason: string; entity: E; row: Omit<Rows[E], 'version'> };
}[Entity];
type Put = (draft: Draft) => void;

export type Setting = {
  noticeId: string;
  issuedOn: IsoDate;
  /** The day on which the plan was agreed and set up. */
  agreedOn: IsoDate;
  day: IsoDate;
  random: Random;
  put: Put;
};

export const source = {
  mark: 'illustrative',
  disputed: null,
  unconfirmed: null,
  sourceTitle: null,
  sourceUrl: null,
  sourcePublishedOn: null,
} as const;

export const checkpointMonths = [3, 6, 12, 18];
export const office = 'member-programme-lead';
export const chair = 'member-independent-chair';
/** The day of the month on which the figures of the month before come in. */
export const reportingDay = 13;

export const leadId = (theme: Theme): string => `member-lead-${themes.indexOf(theme) + 1}`;
export const themeOf = (area: number): Theme => themes[(area - 1) % themes.length] ?? themes[0];
