import type { LoggedQuestion } from '@noticeboard/domain/views/question-log';
import type { Address } from '../../app/address.ts';

/** The filters of the log, as they stand in the address. */
const filterNames = ['state', 'forum', 'area', 'to'] as const;

/** Every filter of the address, empty: what "Clear filters" sets. */
export const noFilter: Address = Object.fromEntries(filterNames.map((name) => [name, undefined]));

/** Says whether the address filters anything. */
export const isFiltered = (address: Address): boolean => filterNames.some((name) => (address[name] ?? '') !== '');

/** Gives the questions that the address leaves, in their order; `open` stands for those without an answer, overdue ones too. */
export const filterQuestions = (entries: readonly LoggedQuestion[], address: Address): LoggedQuestion[] => {
  const { state = '', forum = '', area = '', to = '' } = address;
  return entries.filter(
    (entry) =>
      (state === '' ||
        (state === 'open'
          ? entry.state.key === 'asked' || entry.state.key === 'overdue'
          : entry.state.key === state)) &&
      (forum === '' || entry.forum === forum) &&
      (area === '' || entry.areaIds.includes(area)) &&
      (to === '' || entry.toId === to),
  );
};
