import { addDays, monthEnds } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import { formatMonth } from '../words.ts';

/** Gives the first days of months to name along the foot of a chart: about ten at most, January with its year. */
export const axisDays = (from: IsoDate, to: IsoDate): { on: IsoDate; label: string }[] => {
  const starts = monthEnds(from, to)
    .map((end) => addDays(end, 1))
    .filter((start) => start <= to);
  const every = [1, 3, 6, 12].find((months) => starts.length / months <= 10) ?? 12;
  const spread = Math.max(1, Math.ceil(starts.length / 12 / 10));
  return starts
    .filter((on) => (Number(on.slice(5, 7)) - 1) % every === 0)
    .filter((on) => every < 12 || Number(on.slice(0, 4)) % spread === 0)
    .map((on) => {
      const label = formatMonth(on).slice(0, 3);
      return { on, label: on.slice(5, 7) === '01' ? `${label} ${Number(on.slice(0, 4))}` : label };
    });
};
