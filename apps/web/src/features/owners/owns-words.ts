import type { Owns } from '@noticeboard/domain/views/owners';
import { plural } from '@noticeboard/domain/words';

/** Says what somebody has: "9 actions, 2 measures, 1 requirement". */
export const ownsInWords = ({ action, measure, requirement }: Owns): string =>
  [
    action === 0 ? null : plural(action, 'action'),
    measure === 0 ? null : plural(measure, 'measure'),
    requirement === 0 ? null : plural(requirement, 'requirement'),
  ]
    .filter((words) => words !== null)
    .join(', ') || 'Nothing';
