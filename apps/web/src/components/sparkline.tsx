import { daysBetween } from '@noticeboard/domain/day-number';
import type { IsoDate } from '@noticeboard/domain/fields';

const width = 160;
const height = 48;
const pad = 5;

/**
 * A measure in small: its readings, the target as a dashed line. Drawn only; the words beside it say what it shows.
 * @param joined whether readings share a basis, so that a line may join them
 */
export const Sparkline = ({
  points,
  target = null,
  joined,
  summary,
}: {
  points: readonly { on: IsoDate; value: number | null }[];
  target?: number | null;
  joined: boolean;
  summary: string;
}) => {
  const drawn = points.filter((point): point is { on: IsoDate; value: number } => point.value !== null);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || drawn.length === 0) return <span className="nb-secondary nb-small">No reading</span>;
  const days = Math.max(1, daysBetween(first.on, last.on));
  const values = [...drawn.map(({ value }) => value), ...(target === null ? [] : [target])];
  const [low, high] = [Math.min(0, ...values), Math.max(...values)];
  const x = (on: IsoDate) =>
    points.length === 1 ? width / 2 : pad + (daysBetween(first.on, on) / days) * (width - 2 * pad);
  const y = (value: number) => height - pad - ((value - low) / (high - low || 1)) * (height - 2 * pad);
  // A gap in the data is a gap in the line.
  const path = points
    .map(({ on, value }, index) => {
      if (value === null) return '';
      const before = points[index - 1];
      return `${before && before.value !== null ? 'L' : 'M'}${x(on).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
  const end = drawn.at(-1);
  return (
    <svg className="nb-sparkline" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary}>
      <path d={`M0 ${height - 0.5}H${width}`} stroke="#d3d9de" />
      {target === null ? null : (
        <path d={`M0 ${y(target).toFixed(1)}H${width}`} stroke="#f46a25" strokeWidth="1.5" strokeDasharray="5 4" />
      )}
      {joined ? <path d={path} fill="none" stroke="#12436d" strokeWidth="2" /> : null}
      {drawn
        .filter((point) => !joined || point === end)
        .map(({ on, value }) => (
          <circle key={on} cx={x(on)} cy={y(value)} r="3.5" fill="#12436d" />
        ))}
    </svg>
  );
};
