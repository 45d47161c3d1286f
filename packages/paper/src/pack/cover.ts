/** The cover of a pack. */
import type { ReactElement, ReactNode } from 'react';
import { h } from '../element.ts';
import type { Tone } from '@noticeboard/domain/scales';
import type { PackView } from '@noticeboard/domain/views/pack';
import type { PackAsk, PackItem } from '@noticeboard/domain/views/pack-cover';
import { plural } from '@noticeboard/domain/words';
import { deliveryKey } from '../bar.ts';
import { mark, marksKey } from '../mark.ts';
import { block, heading } from '../section.ts';
import { status } from '../status.ts';
import { linked, type Links } from './link.ts';

const itemOf = (item: PackItem, links: Links): ReactElement =>
  h(
    'li',
    { value: item.position },
    linked(links, item.link, item.title),
    item.details.map((detail) => h('span', { className: 'under' }, detail)),
  );

/** Gives what is asked of a meeting, each way for itself, numbered as on the agenda. */
const askOf = ({ label, items }: PackAsk, links: Links): ReactElement =>
  h(
    'div',
    { className: 'asked' },
    h('h3', null, label),
    h(
      'ol',
      { className: 'list' },
      items.map((item) => itemOf(item, links)),
    ),
  );

const asked = ({ cover }: PackView, links: Links): ReactElement => {
  const items = cover.asks.flatMap((each) => each.items);
  const made = items.some((item) => item.mark === 'illustrative');
  return h(
    'section',
    { className: 'ask' },
    heading(2, cover.askedTitle, { beside: made ? mark('illustrative') : null }),
    items.length === 0
      ? h('p', null, cover.none)
      : [
          h('p', { className: 'secondary' }, `${plural(items.length, 'item')} on the agenda.`),
          ...cover.asks.map((each) => askOf(each, links)),
        ],
  );
};

const keyPoints = ({ cover }: PackView): ReactElement =>
  block(
    2,
    'Key points',
    { className: 'whole' },
    cover.keyPoints.length === 0
      ? h('p', { className: 'empty' }, 'No key points were set for this meeting.')
      : h(
          'ul',
          { className: 'list' },
          cover.keyPoints.map((point) => h('li', null, point)),
        ),
  );

const contents = ({ contents: entries }: PackView): ReactElement =>
  block(
    2,
    'Contents',
    { className: 'whole' },
    h(
      'ul',
      { className: 'plain contents' },
      entries.map(({ id, title, level }) =>
        h('li', { className: level === 2 ? 'inner' : undefined }, h('a', { href: `#${id}` }, title)),
      ),
    ),
  );

const statuses: readonly (readonly [tone: Tone, label: string, meaning: string])[] = [
  ['green', 'Green', 'target met, on track, complete'],
  ['amber', 'Amber', 'floor met, forecast late, due soon'],
  ['red', 'Red', 'floor or target missed, overdue'],
  ['blue', 'Blue', 'assured by the board'],
  ['none', 'No colour', 'no reading, no target, no update'],
  ['pending', 'Pending', 'its day is still to come'],
];

const key = (pack: PackView): ReactElement =>
  block(
    2,
    'How to read it',
    { className: 'whole' },
    h(
      'ul',
      { className: 'key' },
      statuses.map(([tone, label, meaning]) => h('li', null, status({ label, tone }), ` ${meaning}`)),
    ),
    h('h3', { className: 'minor' }, 'Actions in a bar'),
    deliveryKey({ deliveredNotEvidenced: 1 }),
    h('h3', { className: 'minor' }, 'Where a figure comes from'),
    marksKey(),
    h(
      'p',
      { className: 'meta' },
      'Delivery says whether an action is being done, impact whether a measure moves: finishing an action never changes the colour of a measure. Counts are never averaged.',
    ),
    abbreviations(pack),
  );

const abbreviations = ({ abbreviations: found }: PackView): ReactNode =>
  found.length === 0
    ? null
    : h('p', { className: 'meta' }, `${found.map(({ short, long }) => `${short}: ${long}`).join('. ')}.`);

/** Gives the position of the ledger, with the hash in full, as whoever keeps the ledger asks for it. */
const madeFrom = ({ position }: PackView): ReactElement =>
  h(
    'p',
    { className: 'meta' },
    `Made from entry ${position.seq} of the ledger. That nothing up to it was rewritten since is shown by `,
    h('code', null, `pnpm noticeboard verify --head ${position.number}:${position.hash}`),
  );

/** Gives the cover: what is asked comes first, how to read the rest last. */
export const coverOf = (pack: PackView, links: Links): ReactElement => {
  const { meeting, noticeTitle, fictional, asAt, last } = pack;
  return h(
    'div',
    { className: 'page cover' },
    h('p', { className: 'over' }, `Pack of papers for ${noticeTitle}${fictional ? ' (fictional)' : ''}`),
    h('h1', null, `${meeting.title}, ${meeting.day}`),
    h(
      'p',
      { className: 'lead' },
      `As at ${asAt}. ${last === null ? 'No board was held before it.' : `Set against the last board, ${last.words}.`}`,
    ),
    asked(pack, links),
    keyPoints(pack),
    contents(pack),
    key(pack),
    madeFrom(pack),
  );
};
