import type { ReactNode } from 'react';

/** Columns side by side from 900 px, under each other below; `wide` says which of two takes three fifths. */
export const Columns = ({ wide, children }: { wide?: 'left' | 'right'; children: ReactNode }) => (
  <div className={wide === undefined ? 'nb-columns' : `nb-columns nb-columns--wide-${wide}`}>{children}</div>
);

/** The one tinted box of a page: what is asked of the reader, or what stands against a target. */
export const Panel = ({ tone = 'plain', children }: { tone?: 'plain' | 'amber' | 'red'; children: ReactNode }) => (
  <div className={tone === 'plain' ? 'nb-panel' : `nb-panel nb-panel--${tone}`}>{children}</div>
);
