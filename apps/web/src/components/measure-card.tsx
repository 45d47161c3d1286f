import { Link } from '@tanstack/react-router';
import { drawSmall } from '@noticeboard/domain/drawing/small';
import type { MeasureLine } from '@noticeboard/domain/views/measures';
import { useNotice } from '../app/notice.ts';
import { Drawn } from './drawn.tsx';
import { Marks } from './source-mark.tsx';
import { DirectionTag, StatusWithReason } from './status-tag.tsx';

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const Figure = ({ line: { latest, chart } }: { line: MeasureLine }) =>
  latest === null ? null : (
    <>
      <p className="nb-measure__value">{latest.words}</p>
      <p className="nb-measure__period">
        {latest.period}, {lower(latest.basis)} <Marks source={latest.source} />
      </p>
      {chart === null ? null : <Drawn shape={drawSmall(chart)} />}
    </>
  );

/**
 * One measure in small: its latest reading, how it moved, and what it is judged by.
 * @param inArea whether the page is of its area, which then goes without saying
 */
export const MeasureCard = ({ line, level, inArea = false }: { line: MeasureLine; level: 2 | 3; inArea?: boolean }) => {
  const { noticeId } = useNotice();
  const Heading = `h${level}` as const;
  const { id, code, title, impact, direction, target, owner, beside } = line;
  const area = inArea ? null : line.area;
  return (
    <li className={`nb-measure nb-measure--${impact.tone}`}>
      <Heading className="nb-measure__title">
        <Link to="/n/$noticeId/measures/$measureId" params={{ noticeId, measureId: id }}>
          {code} {title}
        </Link>
      </Heading>
      <Figure line={line} />
      <p className="nb-measure__status">
        <StatusWithReason status={impact} />
      </p>
      {beside === null ? null : (
        <p className="nb-measure__facts">
          <strong>Beside it:</strong> {beside}.
        </p>
      )}
      <p className="nb-measure__facts">
        {line.latest === null ? null : (
          <>
            <DirectionTag label={direction.label} moves={direction.moves} />
            <br />
          </>
        )}
        {target === null ? (
          'No target is set'
        ) : (
          <>
            Target {target.words} {target.at} <Marks source={target.source} dense />
          </>
        )}
        <br />
        {area === null ? '' : `Area ${area.number}`}
        {owner === null ? '' : `${area === null ? '' : ', '}${owner.title}`}
      </p>
    </li>
  );
};
