import type { StripMark, TimeStrip as Strip } from '@noticeboard/domain/charts/time-strip';
import { placed, stripColumns, type Placed } from '@noticeboard/domain/drawing/strip-lanes';
import { Marks } from './source-mark.tsx';

const lineOf = (share: number): number => 1 + Math.round(share * stripColumns);
const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

const Diamond = () => (
  <svg className="nb-strip__diamond" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M8 1 15 8 8 15 1 8Z" fill="#ffffff" stroke="#0b0c0c" strokeWidth="1.6" />
  </svg>
);

const Words = ({ mark }: { mark: StripMark }) => (
  <>
    <span className="nb-strip__date">{mark.date}</span>
    <span className="nb-strip__name">
      <strong>{mark.name}</strong> {mark.disputed === null ? null : <Marks source={{ ...mark, unconfirmed: null }} />}
    </span>
    {mark.detail === '' ? null : <span className="nb-strip__detail">{mark.detail}</span>}
  </>
);

const classOf = ({ mark, side, end }: Placed, today: number): string =>
  [
    'nb-strip__mark',
    `nb-strip__mark--${mark.kind}`,
    `nb-strip__mark--${side}`,
    `nb-strip__mark--${mark.tone}`,
    end ? 'nb-strip__mark--end' : '',
    mark.share <= today ? 'nb-strip__mark--passed' : '',
  ].join(' ');

/** How far a month has gone when today leaves room for its name on the left. */
const halfGone = 0.55;
const monthClass = (gone: number): string => {
  if (gone >= halfGone) return ' nb-strip__month--passed';
  return gone > 0 ? ' nb-strip__month--begun' : '';
};

/**
 * The notice over time: a bar of months with what has passed filled, checkpoints as diamonds above it and deadlines, events and
 * today below it. On a phone it turns into a list. Everything in the drawing is also words.
 */
export const TimeStrip = ({ strip }: { strip: Strip }) => {
  const places = placed(strip.marks);
  const lanes = (side: Placed['side']): number =>
    Math.max(1, ...places.filter((place) => place.side === side).map(({ lane }) => lane + 1));
  const barRow = lanes('above') + 1;
  const rowOf = ({ side, lane }: Placed): number => (side === 'above' ? barRow - 1 - lane : barRow + 2 + lane);
  return (
    <div className="nb-strip">
      <div className="nb-strip__bar" style={{ gridRow: barRow }} aria-hidden="true">
        <span className="nb-strip__passed" style={{ width: percent(strip.today) }} />
        {strip.months
          .filter(({ from, to }) => to - from > 0.03)
          .map(({ key, label, from, to }) => (
            <span
              key={key}
              className={`nb-strip__month${monthClass((strip.today - from) / (to - from))}`}
              style={{ left: percent(from), width: percent(to - from) }}
            >
              {label}
            </span>
          ))}
      </div>
      {strip.late.map(({ key, from, to }) => (
        <span
          key={key}
          className="nb-strip__late"
          style={{ gridRow: barRow + 1, gridColumn: `${lineOf(from)} / ${Math.max(lineOf(from) + 1, lineOf(to))}` }}
          aria-hidden="true"
        />
      ))}
      {places.map((place) => (
        <span
          key={place.mark.key}
          className={`nb-strip__leader nb-strip__leader--${place.mark.kind}`}
          style={{
            gridColumn: `${Math.min(place.line, stripColumns)} / span 1`,
            gridRow: place.side === 'above' ? `${rowOf(place)} / ${barRow}` : `${barRow + 1} / ${rowOf(place)}`,
            justifySelf: place.line > stripColumns ? 'end' : 'start',
          }}
          aria-hidden="true"
        />
      ))}
      {places
        .filter(({ mark }) => mark.kind === 'checkpoint')
        .map(({ mark, line }) => (
          <span
            key={mark.key}
            className={`nb-strip__point${line > stripColumns ? ' nb-strip__point--end' : ''}`}
            style={{ gridRow: barRow, gridColumn: `${Math.min(line, stripColumns)} / span 1` }}
            aria-hidden="true"
          >
            <Diamond />
          </span>
        ))}
      <ol className="nb-strip__marks" aria-label="The notice over time">
        {places.map((place) => (
          <li
            key={place.mark.key}
            className={classOf(place, strip.today)}
            style={{ gridColumn: `${place.from} / ${Math.min(place.to, stripColumns + 1)}`, gridRow: rowOf(place) }}
          >
            <Words mark={place.mark} />
          </li>
        ))}
      </ol>
    </div>
  );
};
