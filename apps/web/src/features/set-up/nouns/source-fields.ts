import { marks } from '@noticeboard/domain/scales';
import { optionsOf, type Field } from '../form/field.ts';

/** Where a fact was read and how sure it is: the same fields for every noun. */
export type SourceName = 'mark' | 'sourceTitle' | 'sourceUrl' | 'sourcePublishedOn' | 'disputed' | 'unconfirmed';

export const sourceFields = {
  mark: { kind: 'choice', label: 'Kind of source', from: optionsOf(marks), initial: 'own' },
  sourceTitle: {
    kind: 'text',
    label: 'Source',
    optional: true,
    hint: 'Its title and page, such as “Board papers, 12 July 2023, item 4”.',
  },
  sourceUrl: { kind: 'text', label: 'Web address', optional: true, type: 'url' },
  sourcePublishedOn: { kind: 'date', label: 'Published on', optional: true },
  disputed: { kind: 'textarea', label: 'Why it is disputed', optional: true, rows: 2 },
  unconfirmed: { kind: 'textarea', label: 'Why the wording is not confirmed', optional: true, rows: 2 },
} as const satisfies Readonly<Record<SourceName, Field>>;
