import type { RegisterLine } from '@noticeboard/domain/views/risks';
import type { Address } from '../../app/address.ts';

const names = ['state', 'area', 'owner', 'likelihood', 'impact'] as const;

/** Empties every filter. */
export const noFilter: Address = Object.fromEntries(names.map((name) => [name, undefined]));

/** Says whether anything but the open risks, which are shown first, was chosen. */
export const isFiltered = (address: Address): boolean => names.some((name) => (address[name] ?? '') !== '');

/** Gives the risks that a filter leaves: open ones, unless closed or all are asked for. */
export const filterRisks = (lines: readonly RegisterLine[], address: Address): RegisterLine[] => {
  const { state = '', area = '', owner = '', likelihood = '', impact = '' } = address;
  return lines.filter(
    (line) =>
      (state === 'all' || line.state === (state === '' ? 'open' : state)) &&
      (area === '' || line.areas.some(({ id }) => id === area)) &&
      (owner === '' || line.owner === owner) &&
      (likelihood === '' || String(line.likelihood) === likelihood) &&
      (impact === '' || String(line.impact) === impact),
  );
};
