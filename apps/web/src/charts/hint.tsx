import type { ChartSeries } from '@noticeboard/domain/charts/model';
import { dayNumber } from '@noticeboard/domain/day-number';
import { formatDate } from '@noticeboard/domain/words';

/** What stands at a day, shown under the pointer. The same figures are in the table. Recharts gives `active` and `label`, the day. */
export const Hint = ({
  series,
  active = false,
  label: day,
}: {
  series: readonly ChartSeries[];
  active?: boolean;
  label?: unknown;
}) => {
  const found = series.flatMap(({ key, name, points }) =>
    points
      .filter(({ on, value }) => value !== null && dayNumber(on) === day)
      .map(({ on, label }) => ({ key, name, on, label })),
  );
  const [first] = found;
  if (!active || !first) return null;
  return (
    <div className="nb-chart__hint">
      <strong>{formatDate(first.on)}</strong>
      {found.map(({ key, name, label }) => (
        <div key={key}>{label === '' ? name : `${name}: ${label.replaceAll('\n', ', ')}`}</div>
      ))}
    </div>
  );
};
