/** How sure a source is: Published, Reported, Illustrative, Disputed, and whether its wording is confirmed. */
import type { ReactElement } from 'react';
import { h } from './element.ts';
import { marks as marksOfScale, type Mark } from '@noticeboard/domain/scales';
import type { SourceView } from '@noticeboard/domain/views/source';

const tag = (kind: string, word: string): ReactElement => h('span', { className: `mark ${kind}` }, word);

/** Gives one mark; null for what the notice's own people recorded. */
export const mark = (of: Mark): ReactElement | null => (of === 'own' ? null : tag(of, marksOfScale[of].label));

/** Gives the mark of a section that rests on anything made up for a demonstration; null where none of it does. */
export const illustrative = (is: boolean): ReactElement | null => (is ? mark('illustrative') : null);

type Marked = Pick<SourceView, 'mark' | 'disputed'> & Partial<Pick<SourceView, 'unconfirmed' | 'publishedLater'>>;

/** Gives every mark that a source carries; null where it carries none. */
export const marks = ({
  mark: of,
  disputed,
  unconfirmed = null,
  publishedLater = false,
}: Marked): ReactElement | null => {
  const found = [
    disputed === null ? mark(of) : tag('disputed', 'Disputed'),
    publishedLater ? tag('later', 'Published later') : null,
    unconfirmed === null ? null : tag('unconfirmed', 'Wording not confirmed'),
  ].filter((each) => each !== null);
  return found.length === 0 ? null : h('span', { className: 'marks' }, found);
};

/** Gives the one mark that says how sure a source is, for where there is little room. */
export const briefMark = ({ mark: of, disputed }: Pick<SourceView, 'mark' | 'disputed'>): ReactElement | null =>
  marks({ mark: of, disputed });

/** Gives the mark of a row in a section that is marked as illustrative: what that says is not said again. */
export const apart = (source: Pick<SourceView, 'mark' | 'disputed'>): ReactElement | null =>
  source.mark === 'illustrative' && source.disputed === null ? null : briefMark(source);

const meanings: readonly [kind: string, word: string, meaning: string][] = [
  ['published', 'Published', 'council, ministry or inspectorate'],
  ['reported', 'Reported', 'press or unclear source'],
  ['illustrative', 'Illustrative', 'made up for a demonstration'],
  ['disputed', 'Disputed', 'sources conflict'],
];

/** Gives what the marks mean. */
export const marksKey = (): ReactElement =>
  h(
    'ul',
    { className: 'key' },
    meanings.map(([kind, word, meaning]) => h('li', null, tag(kind, word), ` ${meaning}`)),
  );
