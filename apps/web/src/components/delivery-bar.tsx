import { deliveries, type Delivery } from '@noticeboard/domain/scales';
import { formatNumber, plural } from '@noticeboard/domain/words';

/** The parts of a bar, best first; withdrawn actions are no part of it. */
const parts = [
  'complete',
  'deliveredNotEvidenced',
  'onTrack',
  'dueSoon',
  'forecastLate',
  'overdue',
  'noUpdate',
] as const satisfies readonly Delivery[];

type Counts = Readonly<Partial<Record<Delivery, number>>>;

const pxAnAction = 11;

/**
 * Actions by delivery as one bar with a number in each part. All bars of a page share the scale.
 * @param width px for the whole bar, where it has a scale of its own
 */
export const DeliveryBar = ({ counts, width }: { counts: Counts; width?: number }) => {
  const shown = parts.map((key) => ({ key, count: counts[key] ?? 0 })).filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return <span className="nb-secondary">No actions</span>;
  const words = shown
    .map(({ key, count }) => `${formatNumber(count, 0)} ${deliveries[key].label.toLowerCase()}`)
    .join(', ');
  return (
    <span className="nb-bar">
      <span
        className="nb-bar__parts"
        role="img"
        aria-label={`${plural(total, 'action')}: ${words}`}
        style={{ width: width ?? total * pxAnAction }}
      >
        {shown.map(({ key, count }) => (
          <span key={key} className={`nb-bar__part nb-bar__part--${key} nb-fill--${key}`} style={{ flexGrow: count }}>
            {formatNumber(count, 0)}
          </span>
        ))}
      </span>
      <span className="nb-bar__total" aria-hidden="true">
        {formatNumber(total, 0)}
      </span>
    </span>
  );
};

/** The key of delivery bars; shows "Delivered, not evidenced" only where `counts` has some. */
export const DeliveryKey = ({ counts = {} }: { counts?: Counts }) => (
  <ul className="nb-bar-key">
    {parts
      .filter((key) => key !== 'deliveredNotEvidenced' || (counts[key] ?? 0) > 0)
      .map((key) => (
        <li key={key}>
          <span className={`nb-bar-key__swatch nb-fill--${key}`} aria-hidden="true" />
          {deliveries[key].label}
        </li>
      ))}
  </ul>
);
