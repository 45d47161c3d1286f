import { describe, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { write } from './ledger.ts';
import { queueMail, renewMail, retryMail, settleMail, takeMail, type Letter, type TakenMail } from './mail.ts';
import { readMail, readMails, readWrittenTo } from './mails-seen.ts';
import { databases, openTestDatabase, type TestTarget } from './testing/databases.ts';
import { recordSample } from './testing/sample.ts';

const day = '2023-01-02';
const at = '2023-01-02T09:00:00.000Z';
const minute = 60_000;
/** Real time at the start of a test, in milliseconds. */
const start = Date.parse('2026-11-23T10:00:00.000Z');

const letter = (recipient: string, ...notices: string[]): Letter => ({
  recipient,
  subject: '2 updates are late',
  parts: (notices.length === 0 ? ['n'] : notices).map((noticeId) => ({
    noticeId,
    memberId: 'member-lead',
    body: `What is late in ${noticeId}.`,
    way: 'link',
  })),
});

const opened = async (create: () => Promise<TestTarget>) => {
  const found = await openTestDatabase(create);
  for (const chain of ['n', 'm']) await write(found.db, { chain, actor: '@demonstration', reason: null }, recordSample);
  return found;
};

const taken = (mail: TakenMail | null): TakenMail => {
  if (!mail) throw new Error('No mail waited.');
  return mail;
};

describe.each(databases)('the outbox on $name', ({ create }) => {
  test('takes one mail a day for each address, and tells which were queued', async () => {
    await using found = await opened(create);
    const { db } = found;
    const when = { day, at, now: start, anew: false };
    expect(await queueMail(db, [letter('b@x.test'), letter('a@x.test')], when)).toEqual(
      new Set(['a@x.test', 'b@x.test']),
    );
    expect(await queueMail(db, [letter('a@x.test'), letter('c@x.test')], when)).toEqual(new Set(['c@x.test']));
    expect(await readWrittenTo(db, day)).toEqual(new Set(['a@x.test', 'b@x.test', 'c@x.test']));
    expect(await queueMail(db, [letter('a@x.test')], { ...when, day: '2023-01-03' })).toEqual(new Set(['a@x.test']));
    expect(await readMails(db, 'n', 10)).toHaveLength(4);
  });

  test('shows a notice only what a mail says of itself', async () => {
    await using found = await opened(create);
    const { db } = found;
    await queueMail(db, [letter('a@x.test', 'n', 'm', 'n')], { day, at, now: start, anew: false });
    const [mail] = await readMails(db, 'n', 10);
    expect(mail).toMatchObject({ state: 'queued', tries: 0, madeAt: at, doneAt: null, problem: null });
    expect(mail?.parts.map(({ body }) => body)).toEqual(['What is late in n.', 'What is late in n.']);
    expect(await readMail(db, 'm', mail?.id ?? '')).toMatchObject({
      parts: [{ body: 'What is late in m.', way: 'link' }],
    });
    expect(JSON.stringify(await readMails(db, 'n', 10))).not.toMatch(/a@x\.test|in m\./);
    expect(await readMail(db, 'other', mail?.id ?? '')).toBeNull();
  });

  test('several processes take each mail once', async () => {
    await using found = await opened(create);
    const { db, target, clock } = found;
    const letters = Array.from({ length: 40 }, (_, index) => letter(`person-${index}@x.test`));
    const others = [await openDatabase(target, { clock }), await openDatabase(target, { clock })];
    await Promise.all([db, ...others].map((each) => queueMail(each, letters, { day, at, now: start, anew: false })));
    const takeAll = async (each: typeof db): Promise<string[]> => {
      const mail = await takeMail(each, start);
      return mail ? [mail.recipient, ...(await takeAll(each))] : [];
    };
    const all = (await Promise.all([db, ...others].map(takeAll))).flat();
    await Promise.all(others.map((each) => each.close()));
    expect(all.toSorted()).toEqual(letters.map(({ recipient }) => recipient).toSorted());
  });

  test('a mail whose process died is taken again after some minutes, and the dead one has no say any more', async () => {
    await using found = await opened(create);
    const { db } = found;
    await queueMail(db, [letter('a@x.test')], { day, at, now: start, anew: false });
    const first = taken(await takeMail(db, start));
    expect(first).toMatchObject({ recipient: 'a@x.test', tries: 1, parts: letter('a@x.test').parts });
    expect(await takeMail(db, start + 4 * minute)).toBeNull();
    const second = taken(await takeMail(db, start + 5 * minute));
    expect(second).toMatchObject({ id: first.id, tries: 2 });
    await settleMail(db, first, { state: 'failed', problem: 'Too late.' }, { at, now: start });
    expect(await readMail(db, 'n', first.id)).toMatchObject({ state: 'sending', problem: null });
    await settleMail(db, second, { state: 'sent' }, { at, now: start });
    expect(await readMail(db, 'n', first.id)).toMatchObject({ state: 'sent', tries: 2, doneAt: at });
    expect(await takeMail(db, start + 60 * minute)).toBeNull();
  });

  test('a mail that could not be handed over is tried again, later each time, and fails after the sixth', async () => {
    await using found = await opened(create);
    const { db } = found;
    await queueMail(db, [letter('a@x.test')], { day, at, now: start, anew: false });
    const again = { state: 'again', problem: 'The mail server can’t be reached.', mayHaveArrived: false } as const;
    const waits: number[] = [];
    let now = start;
    let mail = taken(await takeMail(db, now));
    for (;;) {
      await settleMail(db, mail, again, { at, now });
      const seen = await readMail(db, 'n', mail.id);
      expect(seen?.problem).toBe(again.problem);
      if (seen?.state === 'failed') break;
      expect(seen).toMatchObject({ state: 'queued', doneAt: null });
      const next = Date.parse(seen?.nextTryAt ?? '');
      waits.push((next - now) / minute);
      expect(await takeMail(db, next - 1)).toBeNull();
      now = next;
      mail = taken(await takeMail(db, now));
    }
    expect(waits).toEqual([1, 5, 15, 60, 240]);
    expect(await takeMail(db, now + 10_000 * minute)).toBeNull();

    expect(await retryMail(db, { id: mail.id, noticeId: 'm', day, now })).toBe(false);
    expect(await retryMail(db, { id: mail.id, noticeId: 'n', day: '2023-01-03', now })).toBe(false);
    expect(await retryMail(db, { id: mail.id, noticeId: 'n', day, now })).toBe(true);
    expect(await retryMail(db, { id: mail.id, noticeId: 'n', day, now })).toBe(false);
    expect(await takeMail(db, now)).toMatchObject({ id: mail.id, tries: 1 });
  });

  test.each([
    ['failed', 'The mail server refused the mail (554).'],
    ['bounced', 'The mail server does not know the address (550).'],
    ['notNeeded', 'Nothing was due.'],
  ] as const)(
    'a mail that ended as %s reached nobody, so another takes its place where one is wanted',
    async (state, problem) => {
      await using found = await opened(create);
      const { db } = found;
      const when = { day, at, now: start, anew: false };
      await queueMail(db, [letter('a@x.test')], when);
      expect(await queueMail(db, [letter('a@x.test')], { ...when, anew: true })).toEqual(new Set());
      const first = taken(await takeMail(db, start));
      await settleMail(db, first, { state, problem }, { at, now: start });
      expect(await readWrittenTo(db, day)).toEqual(new Set());
      expect(await queueMail(db, [letter('a@x.test')], when)).toEqual(new Set());
      expect(await queueMail(db, [letter('a@x.test', 'n', 'm')], { ...when, anew: true })).toEqual(
        new Set(['a@x.test']),
      );
      expect(await takeMail(db, start)).toMatchObject({ id: first.id, tries: 1, parts: [{}, {}] });
      expect(await readWrittenTo(db, day)).toEqual(new Set(['a@x.test']));
      expect(await readMails(db, 'n', 10)).toHaveLength(1);
    },
  );

  test('a mail says what is due when it is handed over, and only whoever has taken it changes that', async () => {
    await using found = await opened(create);
    const { db } = found;
    await queueMail(db, [letter('a@x.test', 'n', 'm')], { day, at, now: start, anew: false });
    const first = taken(await takeMail(db, start));
    const now = { ...letter('a@x.test', 'm'), subject: '1 update is late' };
    const renewed = await renewMail(db, first, now);
    expect(renewed).toEqual({ ...first, ...now });
    expect(await readMails(db, 'n', 10)).toEqual([]);
    expect(await readMails(db, 'm', 10)).toMatchObject([{ id: first.id, subject: '1 update is late' }]);
    const second = taken(await takeMail(db, start + 5 * minute));
    expect(await renewMail(db, first, letter('a@x.test', 'n'))).toBeNull();
    expect(second.parts.map(({ noticeId }) => noticeId)).toEqual(['m']);
  });

  test('a mail that is kept keeps what it would have said', async () => {
    await using found = await opened(create);
    const { db } = found;
    await queueMail(db, [letter('a@x.test', 'n', 'm')], { day, at, now: start, anew: false });
    const mail = taken(await takeMail(db, start));
    await settleMail(db, mail, { state: 'kept', bodies: ['n with its link', 'm with its link'] }, { at, now: start });
    expect(await readMail(db, 'n', mail.id)).toMatchObject({ state: 'kept', parts: [{ body: 'n with its link' }] });
    expect(await readMail(db, 'm', mail.id)).toMatchObject({ state: 'kept', parts: [{ body: 'm with its link' }] });
  });
});
