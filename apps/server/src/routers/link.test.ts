import { issueUpdateLink, revokeUpdateLinks } from '@noticeboard/db/update-link';
import type { DueByLink } from '@noticeboard/domain/views/by-link';
import { describe, expect, it } from 'vitest';
import { accountId, anUpdate } from '../testing/installation.ts';
import { createMailing, setRow, type Mailing } from '../testing/mailing.ts';
import { serve } from '../testing/serve.ts';

const lead = { noticeId: 'one', memberId: 'member-lead' };
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** Updates close on Monday 13 February 2023, so that more than what is late is due. */
const settings = { linkDays: 7, reportEvery: 'fourWeekly', reportsCloseFrom: '2023-01-16' };

/** An installation in which `member-lead` has no account, with a link that opens what is due from them; `action-2` is a neighbour's. */
const withLink = async (): Promise<Mailing & { token: string }> => {
  const mailing = await createMailing(null);
  await setRow(mailing, 'one', settings);
  await setRow(mailing, 'one', { leadId: 'member-other-officer', title: 'Of a neighbour' }, { action: 'action-2' });
  await setRow(mailing, 'one', { accountId: null }, { member: 'member-lead' });
  const { token } = await issueUpdateLink(mailing.db, { ...lead, madeAt: inDays(0), expiresAt: inDays(7) });
  return { ...mailing, token };
};

const read = async (mailing: Mailing & { token: string }) =>
  (await mailing.call(null, 'link.read', { token: mailing.token })) as DueByLink;
const submit = (mailing: Mailing & { token: string }, rows: readonly object[]) =>
  mailing.call(null, 'link.submit', { token: mailing.token, rows });

const update = (actionId: string, seenUpdateId: string | null, over: object = {}) => ({
  kind: 'update',
  actionId,
  requirementId: null,
  seenUpdateId,
  seenForecast: null,
  rating: 'amber',
  confidence: null,
  words: 'Half of them are in post.',
  recovery: null,
  forecast: null,
  milestones: [],
  ...over,
});

/** Gives a submission of everything that a link opens. */
const all = ({ due }: DueByLink): object[] => [
  ...due.actions.map(({ id, last, forecast }) => update(id, last?.id ?? null, { seenForecast: forecast })),
  ...due.requirements.map(({ id, last }) => ({ ...update('', last?.id ?? null), actionId: null, requirementId: id })),
  ...due.measures.map(({ id, seenReadingId, period }) => ({
    kind: 'reading',
    measureId: id,
    value: '65',
    numerator: null,
    denominator: null,
    periodStart: period.start,
    periodEnd: period.end,
    seenReadingId,
  })),
  ...due.commentaries.map(({ id, readingId }) => ({
    kind: 'commentary',
    measureId: id,
    readingId,
    reason: 'Posts stood empty.',
    action: 'Two are appointed.',
    byWhen: '2023-04-30',
    effect: 'More are decided in time.',
  })),
  ...due.questions.map(({ id, version }) => ({
    kind: 'answer',
    id,
    expectedVersion: version,
    answer: 'Two are in post.',
  })),
];

describe('a link to update', () => {
  it('opens what is due from one person as often as it is opened, and nothing more', async () => {
    await using mailing = await withLink();
    const first = await read(mailing);
    expect(first).toMatchObject({ notice: 'Notice one', title: 'officer', due: { actions: [{ code: '1.01' }] } });
    // A program that looks through mail opens every link, several times.
    for (let scan = 0; scan < 5; scan += 1) expect(await read(mailing)).toEqual(first);

    const plan = await mailing.keeper.current('one');
    const text = JSON.stringify(first);
    expect(text).not.toMatch(/@|account|member-|recordedBy|recordedAt|token/);
    const others = plan?.members.filter(({ title }) => title !== 'officer' && text.includes(`"${title}"`));
    expect(others).toEqual([]);
    expect(text).not.toMatch(/neighbour|action-2/);
  });

  it('records what is submitted under the link, and ends once nothing is left', async () => {
    await using mailing = await withLink();
    const opened = await read(mailing);
    const rows = all(opened);
    expect(await submit(mailing, rows)).toMatchObject({ submitted: rows.length, left: 0 });
    const plan = await mailing.keeper.current('one');
    expect(plan?.updates.find(({ words }) => words === 'Half of them are in post.')).toMatchObject({
      byId: 'member-lead',
      recordedBy: 'link:member-lead',
      state: 'submitted',
    });
    const history = await mailing.call('programmeOffice', 'history.list', { noticeId: 'one', limit: 1 });
    expect(history).toMatchObject({ changes: [{ by: 'By link sent to officer' }] });
    for (const again of [read(mailing), submit(mailing, rows)])
      await expect(again).rejects.toThrow('Everything that was due from you is submitted, so this link has ended.');
  });

  it('goes on opening what is left, and ends where the rest was submitted elsewhere', async () => {
    await using mailing = await withLink();
    const [action, ...others] = all(await read(mailing));
    expect(others.length).toBeGreaterThan(0);
    expect(await submit(mailing, [action ?? {}])).toMatchObject({ left: others.length });
    expect((await read(mailing)).due.actions).toEqual([]);
    await expect(submit(mailing, [action ?? {}])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await mailing.call('programmeOffice', 'update.submit', { noticeId: 'one', rows: others });
    await expect(read(mailing)).rejects.toThrow('Everything that was due from you is submitted');
  });

  it('keeps all of a submission or nothing, and says what is wrong with it', async () => {
    await using mailing = await withLink();
    const [action, ...others] = all(await read(mailing));
    const red = [{ ...action, rating: 'red' }, ...others];
    await expect(submit(mailing, red)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const born = [{ ...action, words: 'A boy, born 12/03/2012.' }, ...others];
    await expect(submit(mailing, born)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(all(await read(mailing))).toEqual([action, ...others]);
  });
});

const typed = {
  noChange: false,
  seenId: null,
  rating: 'amber',
  confidence: null,
  words: 'Half of th',
  recovery: '',
  forecast: { day: '', month: '', year: '' },
  milestoneIds: [],
  value: '',
  numerator: '',
  denominator: '',
  answer: '',
};
const keep = (
  { call, token }: Mailing & { token: string },
  id = 'action-1',
  body: object | null = typed,
  seenAt: string | null = null,
) => call(null, 'link.keep', { token, kind: 'action', id, body, seenAt });
const draftsOf = ({ db }: Mailing) => db.kysely.selectFrom('draft').select(['member_id', 'about']).execute();

describe('what is typed under a link', () => {
  it('is there when it is opened again, by any link to the same person, and not in their own account', async () => {
    await using mailing = await withLink();
    const { savedAt } = (await keep(mailing)) as { savedAt: string };
    expect(savedAt).toContain('2023-02-10');
    const drafts = [{ about: 'action action-1', body: { words: 'Half of th' } }];
    expect(await read(mailing)).toMatchObject({ drafts });
    const another = await issueUpdateLink(mailing.db, { ...lead, madeAt: inDays(0), expiresAt: inDays(7) });
    expect(await read({ ...mailing, token: another.token })).toMatchObject({ drafts });
    await setRow(mailing, 'one', { accountId: accountId('officer') }, { member: 'member-lead' });
    expect(await mailing.call('officer', 'draft.mine', { noticeId: 'one' })).toEqual([]);
    expect(await keep(mailing, 'action-1', null)).toMatchObject({ newer: { body: { words: 'Half of th' } } });
    await keep(mailing, 'action-1', null, savedAt);
    expect(await draftsOf(mailing)).toEqual([]);
  });

  it('never shows what the person keeps in their account', async () => {
    await using mailing = await withLink();
    await setRow(mailing, 'one', { accountId: accountId('officer') }, { member: 'member-lead' });
    const own = { noticeId: 'one', kind: 'action', id: 'action-1', body: { ...typed, words: 'For my eyes alone.' } };
    await mailing.call('officer', 'draft.keep', own);
    expect(JSON.stringify(await read(mailing))).not.toContain('For my eyes alone');
  });

  it('is about rows that are due from the person: of a neighbour, or of what is submitted, nothing is kept', async () => {
    await using mailing = await withLink();
    for (const id of ['action-2', 'no-such-row'])
      await expect(keep(mailing, id)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: expect.stringContaining('not among those that this link opens') as string,
      });
    const [action] = all(await read(mailing));
    await submit(mailing, [action ?? {}]);
    await expect(keep(mailing)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(keep({ ...mailing, token: 'guess' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await draftsOf(mailing)).toEqual([]);
  });

  it('holds nothing that could identify a child', async () => {
    await using mailing = await withLink();
    await expect(
      keep(mailing, 'action-1', { ...typed, words: 'Pupil H801200001001 waited a year.' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await draftsOf(mailing)).toEqual([]);
  });

  it('is forgotten once it is submitted, or the link is ended', async () => {
    await using mailing = await withLink();
    await keep(mailing);
    const [action] = all(await read(mailing));
    await submit(mailing, [action ?? {}]);
    expect(await draftsOf(mailing)).toEqual([]);

    await using other = await withLink();
    await keep(other);
    await other.call('programmeOffice', 'nudge.revokeLinks', { noticeId: 'one', id: 'member-lead' });
    expect(await draftsOf(other)).toEqual([]);
    await expect(keep(other)).rejects.toThrow('The programme office has ended this link.');
  });
});

/** Gives what is answered to opening a link and to submitting under it. */
const answersOf = async (mailing: Mailing & { token: string }): Promise<string[]> => {
  const tried = await Promise.allSettled([read(mailing), submit(mailing, [update('action-1', null)])]);
  return tried.map((each) => (each.status === 'rejected' ? (each.reason as Error).message : 'opened'));
};
const twice = (sentence: string) => [expect.stringContaining(sentence), expect.stringContaining(sentence)] as unknown[];

describe('a link to update opens nothing', () => {
  it('once the programme office has ended it', async () => {
    await using mailing = await withLink();
    await expect(
      mailing.call('otherOfficer', 'nudge.revokeLinks', { noticeId: 'one', id: 'member-lead' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await mailing.call('programmeOffice', 'nudge.revokeLinks', { noticeId: 'one', id: 'member-lead' });
    expect(await answersOf(mailing)).toEqual(twice('The programme office has ended this link.'));
    await expect(
      mailing.call('programmeOffice', 'nudge.revokeLinks', { noticeId: 'one', id: 'member-lead' }),
    ).rejects.toThrow('No link of theirs is open');
  });

  it('once it has run out, by real time', async () => {
    await using mailing = await withLink();
    const { token } = await issueUpdateLink(mailing.db, { ...lead, madeAt: inDays(-7), expiresAt: inDays(-0.001) });
    expect(await answersOf({ ...mailing, token })).toEqual(twice('This link has run out.'));
  });

  it.each([
    ['has ended', { endsOn: '2023-02-09' }],
    ['is suspended', { suspendedOn: '2023-02-10' }],
    ['has not begun', { startsOn: '2023-02-11' }],
  ])('where the role of the person %s', async (_name, fields) => {
    await using mailing = await withLink();
    await setRow(mailing, 'one', fields, { member: 'member-lead' });
    expect(await answersOf(mailing)).toEqual(
      twice('This link has ended with the role of the person that it was sent to.'),
    );
  });

  it('where the notice has switched links off, or was withdrawn', async () => {
    await using mailing = await withLink();
    await setRow(mailing, 'one', { linkDays: 0 });
    expect(await answersOf(mailing)).toEqual(twice('have been switched off'));
    await setRow(mailing, 'one', { withdrawnOn: '2023-02-10' });
    expect(await answersOf(mailing)).toEqual(twice('the notice was withdrawn'));
  });

  it('of somebody else: a row of a neighbour, or of another notice, is not there', async () => {
    await using mailing = await withLink();
    await setRow(mailing, 'one', { ownerId: 'member-other-officer' }, { measure: 'measure-2' });
    const before = await mailing.keeper.current('one');
    const shown = await read(mailing);
    const [own] = all(shown);
    const [mine] = shown.due.actions;
    for (const id of ['action-2', 'no-such-row'])
      await expect(submit(mailing, [own ?? {}, update(id, null)])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const smuggled = [
      // What is due stands beside what is a neighbour's.
      update('action-1', mine?.last?.id ?? null, { requirementId: 'req-1', seenForecast: mine?.forecast ?? null }),
      {
        kind: 'noChange',
        actionId: 'action-1',
        requirementId: 'req-1',
        seenUpdateId: mine?.last?.id ?? null,
        seenForecast: mine?.forecast ?? null,
      },
      { kind: 'noChange', actionId: 'action-2', requirementId: null, seenUpdateId: null, seenForecast: null },
      { ...update('', null), actionId: null, requirementId: null },
      { kind: 'answer', id: 'challenge-1', expectedVersion: 1, answer: 'Not asked of me.' },
      {
        kind: 'reading',
        measureId: 'measure-2',
        value: '14',
        numerator: null,
        denominator: null,
        periodStart: '2023-01-01',
        periodEnd: '2023-01-31',
        seenReadingId: null,
      },
    ];
    const refusedFor = { code: expect.stringMatching(/^(?:NOT_FOUND|BAD_REQUEST)$/) as string };
    for (const row of smuggled) await expect(submit(mailing, [row])).rejects.toMatchObject(refusedFor);
    const { token: other } = await issueUpdateLink(mailing.db, {
      noticeId: 'one',
      memberId: 'member-other-officer',
      madeAt: inDays(0),
      expiresAt: inDays(7),
    });
    await expect(submit({ ...mailing, token: other }, [own ?? {}])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await mailing.keeper.current('one'))?.head).toEqual(before?.head);
  });

  it('that there never was', async () => {
    await using mailing = await withLink();
    expect(await answersOf({ ...mailing, token: 'x'.repeat(43) })).toEqual(twice('There is no such link.'));
    expect(await answersOf({ ...mailing, token: '' })).toEqual(twice('There is no such link.'));
    await expect(read({ ...mailing, token: 'x'.repeat(201) })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('over the network', () => {
  it('guessing is stopped for a while, and opening one’s own is never counted', async () => {
    await using server = await serve({ signInsPerAddress: 5 });
    const statuses = [];
    for (let guess = 0; guess < 7; guess += 1)
      statuses.push((await server.post('/trpc/link.read', { token: `guess-${guess}` })).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429]);

    await using another = await serve({ signInsPerAddress: 5 });
    await setRow(another, 'one', settings);
    const { token } = await issueUpdateLink(another.db, { ...lead, madeAt: inDays(0), expiresAt: inDays(7) });
    for (let open = 0; open < 20; open += 1)
      expect((await another.post('/trpc/link.read', { token })).status).toBe(200);
    await revokeUpdateLinks(another.db, { ...lead, now: inDays(0) });
    expect((await another.post('/trpc/link.read', { token })).status).toBe(403);
    // Neither the address nor the log has the token.
    expect((await another.get(`/trpc/link.read?input=${JSON.stringify({ token })}`)).status).toBe(405);
    expect(JSON.stringify(another.logged)).not.toContain(token);
  });

  it('a foreign page can’t submit, and a link signs nobody in', async () => {
    await using server = await serve();
    await setRow(server, 'one', settings);
    const { token } = await issueUpdateLink(server.db, { ...lead, madeAt: inDays(0), expiresAt: inDays(7) });
    const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    expect((await server.post('/trpc/link.submit', { token, rows: [] }, foreign)).status).toBe(403);
    const opened = await server.post('/trpc/link.read', { token });
    expect(opened.headers.getSetCookie()).toEqual([]);
    expect((await server.post('/trpc/update.write', anUpdate)).status).toBe(401);
    expect(accountId('officer')).toBe('account-officer');
  });
});
