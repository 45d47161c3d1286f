import { impacts, keysOf } from '@noticeboard/domain/scales';
import type { AreaLine } from '@noticeboard/domain/views/position-areas';
import { formatNumber } from '@noticeboard/domain/words';
import { Reason } from '../../components/reason.tsx';
import { Shape } from '../../components/shape.tsx';
import { Marks } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

/** The measures of an area by impact, those that it has: shape, count and word. */
export const ImpactCounts = ({ impact }: Pick<AreaLine, 'impact'>) => {
  const shown = keysOf(impact).filter((key) => impact[key] > 0);
  if (shown.length === 0) return <span className="nb-secondary">No measures</span>;
  return (
    <ul className="nb-impacts">
      {shown.map((key) => (
        <li key={key}>
          <Shape tone={impacts[key].tone} />
          <span>
            <strong>{formatNumber(impact[key], 0)}</strong> {impacts[key].label.toLowerCase()}
          </span>
        </li>
      ))}
    </ul>
  );
};

/** What makes an area as bad as it is. */
export const Worst = ({ worst }: Pick<AreaLine, 'worst'>) => {
  if (!worst) return <span className="nb-secondary">Nothing red, amber or unread</span>;
  return (
    <>
      <StatusTag status={worst} /> {worst.source ? <Marks source={worst.source} /> : null}{' '}
      <Reason of={worst.words}>{worst.reason}</Reason>
      <span className="nb-area-list__under">{worst.words}</span>
    </>
  );
};
