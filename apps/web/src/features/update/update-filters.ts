import { updateStates, type UpdateState } from '@noticeboard/domain/scales';
import type { PeriodUpdate } from '@noticeboard/domain/views/updates';
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

/** Says what the updates of the period come to: "4 of 6 updates wait to be accepted". */
export const messageOf = (updates: readonly PeriodUpdate[]): string => {
  if (updates.length === 0) return 'No updates in this period yet';
  const waiting = updates.filter(waits).length;
  if (waiting === 0) return `None of ${plural(updates.length, 'update')} waits to be accepted`;
  return `${formatNumber(waiting, 0)} of ${plural(updates.length, 'update')} ${waiting === 1 ? 'waits' : 'wait'} to be accepted`;
};
