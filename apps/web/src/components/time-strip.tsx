import type { CSSProperties } from 'react';
import type { StripMark, TimeStrip as Strip } from '@noticeboard/domain/charts/time-strip';
import { lanesOf } from './strip-lanes.ts';
import { Marks } from './source-mark.tsx';

/** The strip is drawn for this width; narrower ones keep the rows that it needs. */
const drawnWidth = 1200;
const pxALetter = 6.9;
const widestLabel = 250;

const isAbove = ({ kind }: StripMark) => kind === 'issue' || kind === 'checkpoint';

const widthOf = ({ name, date, detail, disputed }: StripMark): number =>
  Math.min(widestLabel, Math.max(name.length * 7.6 + (disputed === null ? 0 : 66), date.length * pxALetter, detail.length * pxALetter) + 18);

type Place = { share: number; lane: number; end: boolean; room: number };

/** Where each mark stands: above the bar beside its neighbours, below it in rows. */
const placesOf = (marks: readonly StripMark[]): Map<string, Place> => {
  const places = new Map<string, Place>();
  const above = marks.filter(isAbove);
  above.forEach(({ key, share }, index) => {
    const end = share > 0.9;
    const next = above[index + 1]?.share ?? 1;
    places.set(key, { share, lane: 0, end, room: end ? 0.16 : next > 0.9 ? next - share - 0.16 : next - share });
  });
  const below = marks.filter((mark) => !isAbove(mark));
  const boxes = below.map((mark) => {
    const width = widthOf(mark) / drawnWidth;
    const end = mark.share + width > 1;
    return { mark, end, start: end ? mark.share - width : mark.share, width };
  });
  const ordered = boxes.toSorted((a, b) => a.start - b.start);
  const lanes = lanesOf(ordered);
  ordered.forEach(({ mark, end, width }, index) => places.set(mark.key, { share: mark.share, lane: lanes[index] ?? 0, end, room: width }));
  return places;
};

const placed = ({ share, lane, room }: Place): CSSProperties =>
  ({ '--share': share, '--lane': lane, '--room': room }) as CSSProperties;

const Mark = ({ mark, place }: { mark: StripMark; place: Place }) => {
  const { kind, name, date, detail, tone } = mark;
  const classes = ['nb-strip__mark', `nb-strip__mark--${kind}`, `nb-strip__mark--${tone}`, isAbove(mark) ? 'nb-strip__mark--above' : 'nb-strip__mark--below', place.end ? 'nb-strip__mark--end' : ''];
  return (
    <li className={classes.filter(Boolean).join(' ')} style={placed(place)}>
      <span className="nb-strip__point" aria-hidden="true" />
      <span className="nb-strip__words">
        <strong>{name}</strong> <span className="nb-strip__date">{date}</span> {mark.disputed === null ? null : <Marks source={{ ...mark, unconfirmed: null }} />}
        {detail === '' ? null : <span className="nb-strip__detail">{detail}</span>}
      </span>
    </li>
  );
};

/** The notice over time: issue to last checkpoint with today marked, lateness in red. Lies on a screen, stands on a phone. */
export const TimeStrip = ({ strip }: { strip: Strip }) => {
  const places = placesOf(strip.marks);
  const lanes = Math.max(1, ...[...places.values()].map(({ lane }) => lane + 1));
  return (
    <div className="nb-strip" style={{ '--lanes': lanes, '--today': strip.today } as CSSProperties}>
      <div className="nb-strip__bar" aria-hidden="true">
        {strip.months.map(({ key, label, from, to }) => (
          <span key={key} className={(from + to) / 2 < strip.today ? 'nb-strip__month nb-strip__month--past' : 'nb-strip__month'} style={{ flexGrow: to - from }}>
            {label}
          </span>
        ))}
      </div>
      {strip.late.map(({ key, from, to }) => (
        <span key={key} className="nb-strip__late" aria-hidden="true" style={{ '--from': from, '--to': to } as CSSProperties} />
      ))}
      <ol className="nb-strip__marks">
        {strip.marks.map((mark) => {
          const place = places.get(mark.key);
          return place ? <Mark key={mark.key} mark={mark} place={place} /> : null;
        })}
      </ol>
    </div>
  );
};
