import type { ReactNode } from 'react';
import type { Assurance, Variation } from '@noticeboard/domain/scales';

const Letter = ({ children, fill = '#ffffff' }: { children: string; fill?: string }) => (
  <text x="12" y="16.5" textAnchor="middle" fontSize="13" fontWeight="700" fill={fill}>
    {children}
  </text>
);

const Icon = ({ children }: { children: ReactNode }) => (
  <svg className="nb-noise__icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {children}
  </svg>
);

const wave = <path d="M4.5 13c2.5-5 5-5 7.5 0s5 5 7.5 0" fill="none" stroke="#5b646b" strokeWidth="2.2" />;
const ring = <circle cx="12" cy="12" r="10.8" fill="none" stroke="#5b646b" strokeWidth="1.8" />;
const dashes = (
  <circle cx="12" cy="12" r="10.8" fill="none" stroke="#5b646b" strokeWidth="1.8" strokeDasharray="3 2.4" />
);

/** What the latest reading says: told apart by shape and letter (H high, L low) as well as by colour. The word stands beside it. */
export const VariationIcon = ({ of, side }: { of: Variation; side: 'high' | 'low' | null }) => {
  const letter = side === 'low' ? 'L' : 'H';
  const drawings: Readonly<Record<Variation, ReactNode>> = {
    improving: (
      <>
        <circle cx="12" cy="12" r="11.5" fill="#12436d" />
        <Letter>{letter}</Letter>
      </>
    ),
    worsening: (
      <>
        <rect x="1" y="1" width="22" height="22" fill="#801650" />
        <Letter>{letter}</Letter>
      </>
    ),
    changed: (
      <>
        <path d="M12 .6 23.4 12 12 23.4.6 12Z" fill="#4a5157" />
        <Letter>{letter}</Letter>
      </>
    ),
    common: (
      <>
        {ring}
        {wave}
      </>
    ),
    notJudged: dashes,
  };
  return <Icon>{drawings[of]}</Icon>;
};

/** Whether the target will be met: P passes, F fails, a question mark is chance. The word stands beside it. */
export const AssuranceIcon = ({ of }: { of: Assurance }) => {
  const drawings: Readonly<Record<Assurance, ReactNode>> = {
    met: (
      <>
        <path d="M12 .8 22 4.4v7c0 5.8-4 10-10 11.9C6 21.4 2 17.2 2 11.4v-7Z" fill="#12436d" />
        <Letter>P</Letter>
      </>
    ),
    missed: (
      <>
        <path d="M7 1h10l6 6v10l-6 6H7l-6-6V7Z" fill="#801650" />
        <Letter>F</Letter>
      </>
    ),
    chance: (
      <>
        {ring}
        <Letter fill="#4a5157">?</Letter>
      </>
    ),
    notJudged: dashes,
  };
  return <Icon>{drawings[of]}</Icon>;
};
