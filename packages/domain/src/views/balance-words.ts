import type { IsoDate } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { directionOf } from '../rules/direction.ts';
import { familiesOf, type Placed } from '../rules/families.ts';
import { latestReading } from '../rules/impact.ts';
import { familyParts } from '../scales.ts';
import { formatReading } from '../words.ts';

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const inWords = (plan: Plan, { part, measure }: Placed, today: IsoDate): string => {
  const name = part === 'otherBalance' ? measure.title : lower(familyParts[part].label);
  const reading = latestReading(plan, measure, today);
  if (!reading) return `${name}: no reading`;
  const { key, label } = directionOf(plan, measure, today);
  const moved = key === 'better' || key === 'worse' ? `, ${lower(label)}` : '';
  return `${name} ${formatReading(reading, measure)}${moved}`;
};

/**
 * Gives in a line what a timeliness must be read beside, for wherever its figure stands alone: "Refusals to assess 27.0%, worse;
 * appeals: no reading"; null where it is the timeliness of no family.
 */
export const balanceInWords = (plan: Plan, measure: Measure, today: IsoDate): string | null => {
  const others = familiesOf(plan, 'balance')
    .filter(({ placed }) => placed.some((each) => each.part === 'timeliness' && each.measure.id === measure.id))
    .flatMap(({ placed }) => placed.filter(({ part }) => part !== 'timeliness'));
  const once = [...new Map(others.map((each) => [each.measure.id, each])).values()];
  if (once.length === 0) return null;
  const words = once.map((each) => inWords(plan, each, today)).join('; ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
