import { endOfMonth } from '@noticeboard/domain/day-number';
import { updateStates, type UpdateState } from '@noticeboard/domain/scales';
import type { PeriodUpdate, UpdatesView } from '@noticeboard/domain/views/updates';
import { formatNumber, plural } from '@noticeboard/domain/words';
import type { Address } from '../../app/address.ts';

/** Which updates are shown, as it stands in the address; empty is no filter. */
export type UpdateFilter = { state: UpdateState | ''; area: string; organisation: string };

/** Reads the filter of an address; a state that it does not know filters nothing. */
export const readFilter = ({ state = '', area = '', organisation = '' }: Address): UpdateFilter => ({
  state: state in updateStates ? (state as UpdateState) : '',
  area,
  organisation,
});

/** Gives the updates that a filter leaves, in their order. */
export const filterUpdates = (updates: readonly PeriodUpdate[], filter: UpdateFilter): PeriodUpdate[] =>
  updates.filter(
    ({ state, about }) =>
      (filter.state === '' || state === filter.state) &&
      (filter.area === '' || about.areaId === filter.area) &&
      (filter.organisation === '' || about.organisation === filter.organisation),
  );

/** Says whether the reader can accept or return an update. */
export const waits = ({ state, locked }: PeriodUpdate): boolean => state === 'submitted' && locked === null;

/** Says whether a text is a day that the server may be asked for. */
const isDay = (text: string): boolean =>
  /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-\d{2}$/.test(text) &&
  text.slice(8) >= '01' &&
  text.slice(8) <= endOfMonth(`${text.slice(0, 8)}01`).slice(8);

/** Reads of which period the updates are shown: by the day on which it closes, or all that wait; nothing is the one that runs. */
export const readPeriod = ({ period = '' }: Address): { period?: string } =>
  period === 'waiting' || isDay(period) ? { period } : {};

/** Says what the updates that are shown come to: "4 of 6 updates wait to be accepted". */
export const messageOf = ({
  updates,
  showing,
  beside,
}: Pick<UpdatesView, 'updates' | 'showing' | 'beside'>): string => {
  if (showing === 'waiting') {
    if (updates.length === 0) return 'No update waits to be accepted';
    return `${plural(updates.length, 'update waits', 'updates wait')} to be accepted`;
  }
  if (updates.length === 0) return beside.runs ? 'No updates in this period yet' : 'No updates in that period';
  const waiting = updates.filter(waits).length;
  if (waiting === 0) return `None of ${plural(updates.length, 'update')} waits to be accepted`;
  return `${formatNumber(waiting, 0)} of ${plural(updates.length, 'update')} ${waiting === 1 ? 'waits' : 'wait'} to be accepted`;
};
