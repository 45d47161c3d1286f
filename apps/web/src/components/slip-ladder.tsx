import type { CSSProperties } from 'react';
import type { Rung, SlipLadder as Ladder } from '@noticeboard/domain/charts/slip-ladder';

const at = (variables: Readonly<Record<string, number>>): CSSProperties => variables;

/** From here on there is room for the original date before its point. */
const roomBefore = 0.18;

/** From here on there is room for the name of a day between it and today. */
const roomBetween = 0.45;

const RungOf = ({ rung: { kind, label, end, from, to } }: { rung: Rung }) => (
  <div
    className={`nb-ladder__rung nb-ladder__rung--${kind}${kind === 'original' && to > roomBefore ? ' nb-ladder__rung--before' : ''}`}
  >
    <span className="nb-ladder__label">{label}</span>
    <span
      className="nb-ladder__track"
      style={at({ '--low': Math.min(from, to), '--high': Math.max(from, to), '--to': to })}
    >
      <span className="nb-ladder__line" />
      <span className="nb-ladder__point" />
      <span className="nb-ladder__end">{end}</span>
    </span>
  </div>
);

/** How a due date moved: a rung for each step, today and the requirement's day through them all. */
export const SlipLadder = ({ ladder: { rungs, days, months, summary } }: { ladder: Ladder }) => {
  const [today] = days;
  return (
    <div className="nb-ladder" role="img" aria-label={summary}>
      <div className="nb-ladder__days">
        {days.map(({ key, label, share }) => {
          const left =
            key === 'today'
              ? days.length === 1 || days.every((other) => other.share >= share)
              : share < (today?.share ?? 0) && (today?.share ?? 0) - share < roomBetween;
          return (
            <span
              key={key}
              className={`nb-ladder__day nb-ladder__day--${key}${left && share > 0.12 ? ' nb-ladder__day--left' : ''}`}
              style={at({ '--to': share })}
            >
              <span>{label}</span>
            </span>
          );
        })}
      </div>
      {rungs.map((rung) => (
        <RungOf key={rung.key} rung={rung} />
      ))}
      <div className="nb-ladder__months">
        {months.map(({ key, label, share }) => (
          <span key={key} style={at({ '--to': share })}>
            {label}
          </span>
        ))}
      </div>
    </div>
  );
};
