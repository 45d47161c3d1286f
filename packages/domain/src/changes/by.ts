import type { IsoDate } from '../fields.ts';
import type { Who } from '../permissions.ts';

/** What a decide function may know of the moment besides the plan: who asks, the plan's day, and where new ids come from. */
export type By = { who: Who; today: IsoDate; createId: () => string };
