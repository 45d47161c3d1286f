import type { ListedMeasure } from '@noticeboard/domain/views/measures';
import type { Address } from '../../app/address.ts';

/** Says whether a measure passes the filters of the address: area, impact, owner, and those of one's own. */
export const passes = (line: ListedMeasure, { area, impact, owner, show }: Address, memberId: string): boolean =>
  (area === undefined || area === '' || line.area?.id === area) &&
  (impact === undefined || impact === '' || line.impact.key === impact) &&
  (owner === undefined || owner === '' || line.owner?.id === owner) &&
  (show !== 'mine' || line.subject.memberIds.includes(memberId));

/** The filters of the address that these pages know. */
export const filterNames = ['area', 'impact', 'owner', 'show'] as const;
