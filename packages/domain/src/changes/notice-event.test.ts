import { describe, expect, it } from 'vitest';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { anEvent, ownSource } from '../testing/rows.ts';
import { noticeId, smallPlan } from '../testing/small-plan.ts';
import type { EventKind } from '../scales.ts';
import {
  createNoticeEvent,
  createNoticeEventInput,
  editNoticeEvent,
  editNoticeEventInput,
  withdrawNoticeEvent,
  withdrawNoticeEventInput,
} from './notice-event.ts';

const office = asMember('member-office');
const told = (kind: EventKind, on: string) =>
  anEvent({ noticeId, id: `${kind}-${on}`, kind, title: kind, earliest: on, latest: on });
const content = (kind: EventKind, on: string) => ({
  ...ownSource,
  kind,
  title: kind,
  note: null,
  earliest: on,
  latest: on,
  printed: null,
  reason: 'Agreed.',
});
type Told = ReturnType<typeof told>;
const record = (kind: EventKind, on: string, ...events: Told[]) =>
  createNoticeEvent(smallPlan({ events }), createNoticeEventInput.parse({ noticeId, ...content(kind, on) }), office);
const correct = (id: string, kind: EventKind, on: string, ...events: Told[]) =>
  editNoticeEvent(smallPlan({ events }), editNoticeEventInput.parse({ ...edit(id), ...content(kind, on) }), office);
const withdraw = (id: string, ...events: Told[]) =>
  withdrawNoticeEvent(smallPlan({ events }), withdrawNoticeEventInput.parse(edit(id)), office);

const lifted = told('lifted', '2023-09-01');
const reviewed = told('postNoticeReview', '2023-09-20');
const direction = told('direction', '2023-06-01');
const ended = told('directionEnded', '2023-07-01');

describe('the events of a notice’s life', () => {
  it('are recorded one after the other, actions open or not', () => {
    expect(record('lifted', '2023-09-01', direction, ended)).toHaveLength(1);
    expect(record('postNoticeReview', '2023-09-20', lifted)).toHaveLength(1);
    expect(record('directionEnded', '2023-07-01', direction)).toHaveLength(1);
    expect(record('background', '2019-01-28', lifted)).toHaveLength(1);
    expect(correct(lifted.id, 'lifted', '2023-09-10', lifted, reviewed)).toHaveLength(1);
  });

  it.each([
    ['before the issue', () => record('lifted', '2023-03-30'), 'must be after 30 March 2023'],
    [
      'twice',
      () => record('lifted', '2023-09-10', lifted),
      'is recorded as lifted already: “lifted”, 1 September 2023',
    ],
    [
      'varied after it was lifted',
      () => record('varied', '2023-09-10', lifted),
      'comes after that and can’t change it',
    ],
    ['reviewed after it, unless lifted', () => record('postNoticeReview', '2023-09-20'), 'not recorded as lifted'],
    [
      'reviewed before it was lifted',
      () => record('postNoticeReview', '2023-08-20', lifted),
      'comes after it was lifted',
    ],
    ['lifted before what changed it', () => record('lifted', '2023-05-01', direction), 'Withdraw or correct it first'],
    ['ended without a direction', () => record('directionEnded', '2023-07-01'), 'No direction, commissioner'],
    ['moved past its review', () => correct(lifted.id, 'lifted', '2023-09-22', lifted, reviewed), 'is a review after'],
    ['made another event', () => correct(lifted.id, 'planStep', '2023-09-01', lifted, reviewed), 'is a review after'],
    ['taken back under its review', () => withdraw(lifted.id, lifted, reviewed), 'Withdraw or correct it first'],
    ['taken back under its end', () => withdraw(direction.id, direction, ended), 'No direction, commissioner'],
  ])('are refused where it would be %s', (_name, ask, sentence) => {
    expect(refusalOf(ask)).toMatchObject({ code: 'invalid' });
    expect(refusalOf(ask).sentence).toContain(sentence);
  });
});
