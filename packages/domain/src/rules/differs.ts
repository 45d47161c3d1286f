import type { Delivery, Rating } from '../scales.ts';

const notGreen: readonly Delivery[] = ['overdue', 'forecastLate', 'noUpdate'];

/**
 * Says whether a lead's green stands beside a computed delivery that is not: overdue, forecast late or silent. An action that
 * is merely due soon does not differ. Both are shown; neither is resolved (domain.md, "Two questions that are never mixed").
 */
export const declaredDiffers = (declared: { rating: Rating } | null, delivery: { key: Delivery }): boolean =>
  declared?.rating === 'green' && notGreen.includes(delivery.key);
