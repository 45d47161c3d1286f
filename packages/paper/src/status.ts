import type { ReactElement } from 'react';
import { h } from './element.ts';
import type { Tone } from '@noticeboard/domain/scales';
import { shape } from './shape.ts';

/** Gives a status as shape, word and colour. `quiet` where the word must not be bold; `words` in place of its label. */
export const status = (
  { label, tone }: { label: string; tone: Tone },
  { quiet = false, words = label }: { quiet?: boolean; words?: string } = {},
): ReactElement =>
  h('span', { className: `status ${tone}${quiet ? ' quiet' : ''}` }, shape(tone), h('span', null, words));
