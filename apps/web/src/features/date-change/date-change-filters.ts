import type { DateChangeEntry } from '@noticeboard/domain/views/date-changes';
import type { Address } from '../../app/address.ts';

/** The filters of the register, as they stand in the address. */
const filterNames = ['state', 'area', 'organisation'] as const;

/** Every filter of the address, empty: what "Clear filters" sets. */
export const noFilter: Address = Object.fromEntries(filterNames.map((name) => [name, undefined]));

/** Says whether the address filters anything. */
export const isFiltered = (address: Address): boolean => filterNames.some((name) => (address[name] ?? '') !== '');

/** Gives the requests that the address leaves, in their order; `moved` stands for both ways of approval. */
export const filterEntries = (entries: readonly DateChangeEntry[], address: Address): DateChangeEntry[] => {
  const { state = '', area = '', organisation = '' } = address;
  return entries.filter(
    (entry) =>
      (state === '' || (state === 'moved' ? entry.decidedDate !== null : entry.state.key === state)) &&
      (area === '' || entry.area?.id === area) &&
      (organisation === '' || entry.action.organisation === organisation),
  );
};
