import type { AreaChanges } from '@noticeboard/domain/views/changes-between';
import type { Difference } from '@noticeboard/domain/views/difference';
import type { Address } from '../../app/address.ts';

/** What belongs to no area, as it stands in the address. */
export const noArea = 'notice';

/** A group of changes under its heading. */
type Group = { id: string; title: string; lines: Difference[] };

/** Empties every filter; the day to look back to is none. */
export const noFilter: Address = { area: undefined, kind: undefined };

/** Gives what a filter leaves of the changes, area by area, what belongs to none last. */
export const groupsOf = (
  { areas, notice }: { areas: readonly AreaChanges[]; notice: readonly Difference[] },
  { area = '', kind = '' }: Address,
): Group[] =>
  [
    ...areas.map(({ areaId, number, title, differences }) => ({
      id: areaId,
      title: `Area ${number}: ${title}`,
      lines: differences,
    })),
    { id: noArea, title: 'The notice as a whole', lines: notice },
  ]
    .filter(({ id }) => area === '' || id === area)
    .map((group) => ({ ...group, lines: group.lines.filter((line) => kind === '' || line.kind === kind) }))
    .filter(({ lines }) => lines.length > 0);
