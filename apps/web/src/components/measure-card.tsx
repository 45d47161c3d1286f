import { Link } from '@tanstack/react-router';
import { drawSmall } from '@noticeboard/domain/drawing/small';
import type { MeasureLine } from '@noticeboard/domain/views/measures';
import { useNotice } from '../app/notice.ts';
import { Drawn } from './drawn.tsx';
import { AssuranceTag, NoiseTag } from './noise-tag.tsx';
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

/** Whether the latest reading is more than noise, and whether the target can be relied on; too few readings have a direction only. */
const Noise = ({ noise }: Pick<MeasureLine, 'noise'>) => {
  const judged = noise.variation.key !== 'notJudged';
  if (!judged) return null;
  return (
    <div className="nb-measure__noise">
      <NoiseTag noise={noise} />
      {noise.assurance.key === 'notJudged' ? null : <AssuranceTag noise={noise} />}
      {noise.side === null ? null : <p className="nb-measure__facts">{noise.variation.reason}</p>}
    </div>
  );
};

/**
 * One measure in small: its latest reading, how it moved, and what it is judged by.
 * @param inArea whether the page is of its area, which then goes without saying
 */
export const MeasureCard = ({ line, level, inArea = false }: { line: MeasureLine; level: 2 | 3; inArea?: boolean }) => {
  const { noticeId } = useNotice();
  const Heading = `h${level}` as const;
  const { id, code, title, impact, direction, noise, target, owner, beside } = line;
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
      <Noise noise={noise} />
      {beside === null ? null : (
        <p className="nb-measure__facts">
          <strong>Beside it:</strong> {beside}.
        </p>
      )}
      <p className="nb-measure__facts">
        {line.latest === null ? null : (
          <>
            <DirectionTag label={direction.label} moves={direction.moves} />
            {noise.few === null ? '' : ` (direction only: ${noise.few}, limits take 10)`}
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
