/** A section of a document: an ink rule, its name, its mark, then what it holds. */
import type { ReactElement, ReactNode } from 'react';
import { h } from './element.ts';

/** Gives the name of a section with its mark beside it, kept with what follows. */
export const heading = (
  level: 2 | 3 | 4,
  words: ReactNode,
  { id, beside = null }: { id?: string; beside?: ReactNode } = {},
): ReactElement => h('div', { className: 'head' }, h(`h${level}`, { id }, words), beside);

/** Gives a block that opens with an ink rule and a heading. */
export const block = (
  level: 2 | 3 | 4,
  title: ReactNode,
  { id, beside = null, className = '' }: { id?: string; beside?: ReactNode; className?: string },
  ...children: ReactNode[]
): ReactElement =>
  h(
    'section',
    { className: `block ${className}`.trim() },
    heading(level, title, { ...(id === undefined ? {} : { id }), beside }),
    ...children,
  );
