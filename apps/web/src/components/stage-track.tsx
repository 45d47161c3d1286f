import type { ReactNode } from 'react';

/** One stage: `detail` says since when, or who says so. */
export type StageStep = { key: string; label: string; detail: ReactNode; state: 'done' | 'current' | 'ahead' };

const words = { done: 'Done: ', current: 'Now: ', ahead: 'Ahead: ' } as const;

const Drawing = ({ state, last }: { state: StageStep['state']; last: boolean }) => {
  const fill = state === 'done' ? '#12436d' : '#ffffff';
  const stroke = state === 'ahead' ? '#5b646b' : '#12436d';
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {last ? (
        <path d="M12 2 20 5v6c0 5-3.3 8.7-8 10.7C7.3 19.7 4 16 4 11V5Z" fill={fill} stroke={stroke} strokeWidth="1.8" />
      ) : (
        <circle cx="12" cy="12" r="10.5" fill={fill} stroke={stroke} strokeWidth={state === 'current' ? 3 : 1.8} />
      )}
      {state === 'done' ? <path d="m7 12.3 3.5 3.5 6.5-7" fill="none" stroke="#ffffff" strokeWidth="2.4" /> : null}
      {state === 'current' ? <circle cx="12" cy="12" r="4.5" fill="#12436d" /> : null}
    </svg>
  );
};

/** The stages of an action from left to right (downwards on a phone); the last one is a shield. */
export const StageTrack = ({ steps }: { steps: readonly StageStep[] }) => (
  <ol className="nb-stages" aria-label="Stages">
    {steps.map(({ key, label, detail, state }, index) => (
      <li key={key} className={`nb-stages__${state}`} aria-current={state === 'current' ? 'step' : undefined}>
        <Drawing state={state} last={index === steps.length - 1} />
        <strong>
          <span className="govuk-visually-hidden">{words[state]}</span>
          {label}
        </strong>
        {detail}
      </li>
    ))}
  </ol>
);
