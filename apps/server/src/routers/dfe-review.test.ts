import { keepUpload, readFile } from '@noticeboard/db/files';
import { record, write } from '@noticeboard/db/ledger';
import { readPlan } from '@noticeboard/db/plan';
import { edited } from '@noticeboard/domain/changes/rows';
import type { Meeting } from '@noticeboard/domain/meeting';
import type { DfeReviewView } from '@noticeboard/domain/views/dfe-review';
import { TRPCError } from '@trpc/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestInstallation, type Person, type TestInstallation } from '../testing/installation.ts';

const noticeId = 'one';
const review: Omit<Meeting, 'version'> = {
  noticeId,
  id: 'review-1',
  kind: 'dfeReview',
  title: 'First review',
  on: '2023-02-10',
  startsAt: null,
  place: null,
  papersDueOn: '2023-01-27',
  state: 'planned',
  closedOn: null,
  closedById: null,
  sections: ['notice'],
  keyPoints: [],
  minutes: null,
  mark: 'own',
  disputed: null,
  unconfirmed: null,
  sourceTitle: null,
  sourceUrl: null,
  sourcePublishedOn: null,
};

let installation: TestInstallation;
beforeEach(async () => {
  installation = await createTestInstallation();
  await write(installation.db, { chain: noticeId, actor: '@command-line', reason: null }, async (writer) => {
    await record(writer, { entity: 'meeting', row: review, expectedVersion: 0 });
  });
});
afterEach(() => installation[Symbol.asyncDispose]());

const call = (person: Person, act: string, input: object) =>
  installation.call(person, `dfeReview.${act}`, { noticeId, ...input });
const read = async () => (await call('boardMember', 'read', { id: 'review-1' })) as DfeReviewView;
const judgement = { areaId: 'area-1', rating: 'some', grounds: 'Plans come sooner.' };
const publication = { meetingId: 'review-1', expectedVersion: 0, judgements: [judgement] };
const sentenceOf = async (asked: Promise<unknown>): Promise<string> => {
  try {
    await asked;
    return 'done';
  } catch (error) {
    return error instanceof TRPCError ? `${error.code}: ${error.message}` : String(error);
  }
};
const letterSent = async (memberId: string): Promise<string> => {
  const sent = { noticeId, memberId, name: 'letter.txt', mediaType: 'text/plain', bytes: Buffer.from('Dear council') };
  return (await keepUpload(installation.db, { ...sent, at: new Date().toISOString() })).uploadId;
};

it('shows the council at once what a monitor published, with the letter, and the monitor what it answered', async () => {
  const uploadId = await letterSent('member-monitor');
  await call('monitor', 'publish', { ...publication, summary: 'Two areas move.', uploadId });
  const { areas, outcome } = await read();
  expect(areas[0]?.now).toMatchObject({ rating: { key: 'some' }, by: 'monitor' });
  expect(outcome).toMatchObject({ summary: 'Two areas move.', letter: { file: { name: 'letter.txt' } }, answer: null });
  await call('programmeOffice', 'answer', { id: outcome?.id, expectedVersion: 1, answer: 'We accept it.' });
  expect((await read()).outcome?.answer).toMatchObject({ words: 'We accept it.', by: 'programmeOffice' });
});

it('takes one of two publications, and tells the second who was first', async () => {
  const both = await Promise.all([
    sentenceOf(call('monitor', 'publish', publication)),
    sentenceOf(call('monitor', 'publish', publication)),
  ]);
  expect(both).toContain('done');
  expect(both.find((each) => each !== 'done')).toMatch(/^CONFLICT: monitor published the judgements of this review/);
  expect(
    await sentenceOf(call('monitor', 'publish', { ...publication, expectedVersion: 7, reason: 'A slip.' })),
  ).toMatch(/^CONFLICT/);
});

it('takes no letter that somebody else sent, and then publishes nothing', async () => {
  const uploadId = await letterSent('member-lead');
  expect(await sentenceOf(call('monitor', 'publish', { ...publication, uploadId }))).toMatch(/^BAD_REQUEST/);
  expect((await read()).outcome).toBeNull();
});

it('freezes one of two submissions of a number, which stays as it was where the review is moved later', async () => {
  const both = await Promise.all([
    sentenceOf(call('programmeOffice', 'submit', { meetingId: 'review-1', number: 1 })),
    sentenceOf(call('programmeOffice', 'submit', { meetingId: 'review-1', number: 1 })),
  ]);
  expect(both).toContain('done');
  expect(both.find((each) => each !== 'done')).toMatch(/^CONFLICT: programmeOffice froze submission 1/);
  const { submissions } = await read();
  expect(submissions).toMatchObject([{ number: 1, moved: null }]);
  const page = await readFile(installation.db, submissions[0]?.fileHash ?? '');
  expect(Buffer.from(page ?? []).toString()).toContain(`verify --head ${submissions[0]?.seq}:${submissions[0]?.hash}`);

  const plan = await readPlan(installation.db, noticeId);
  const planned = plan?.meetings.find(({ id }) => id === 'review-1');
  if (!planned) throw new Error('The review is there.');
  await write(installation.db, { chain: noticeId, actor: '@command-line', reason: null }, async (writer) => {
    await record(writer, edited('meeting', planned, { on: '2023-03-10', papersDueOn: '2023-02-24' }, planned.version));
  });
  const moved = await read();
  expect(moved.review.submission.state.key).toBe('dueAgain');
  expect(moved.submissions[0]?.moved).toBe(
    'The review was moved from 10 February 2023 to 10 March 2023 after this was submitted. It stands as it was; a new one is due by 24 February 2023.',
  );
  expect(await sentenceOf(call('monitor', 'publish', publication))).toMatch(
    /^CONFLICT: The review is on 10 March 2023/,
  );
});
