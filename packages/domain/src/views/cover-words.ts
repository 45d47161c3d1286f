import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { compareText } from '../rules/grouped.ts';
import { coversOn } from '../rules/owners.ts';
import { formatDate } from '../words.ts';

/** Says who covers for a member on a day, and until when; null where nobody does. */
export const coverWords = (plan: Plan, memberId: string, today: IsoDate): string | null => {
  const [cover] = coversOn(plan, today)
    .filter((each) => each.memberId === memberId)
    .toSorted((a, b) => compareText(b.endsOn, a.endsOn) || compareText(a.id, b.id));
  if (!cover) return null;
  const deputy = plan.members.find(({ id }) => id === cover.deputyId)?.title ?? 'A former member';
  return `${deputy} covers until ${formatDate(cover.endsOn)}`;
};
