import { record, write } from '@noticeboard/db/ledger';
import { aMeeting } from '@noticeboard/domain/testing/rows';
import { expect, it } from 'vitest';
import { people, sessionFor, type Person } from '../testing/installation.ts';
import { serve, type Served } from '../testing/serve.ts';

const byCookie = {
  handler: () => undefined,
  check: async (cookie: string | undefined) => (cookie ? sessionFor(cookie as Person) : null),
  signInAs: async () => undefined,
};

const makeLink = async ({ call }: Served, person: Person): Promise<string> => {
  const { path } = (await call(person, 'meeting.makeCalendar', { noticeId: 'one' })) as { path: string };
  return path;
};

const meeting = ({ version: _v, addedAt: _a, recordedAt: _r, recordedBy: _b, ...row }: ReturnType<typeof aMeeting>) =>
  row;

const change = ({ db }: Served, fields: Parameters<typeof aMeeting>[0], expectedVersion: number) =>
  write(db, { chain: 'one', actor: 'member-chair', reason: null }, (writer) =>
    record(writer, {
      entity: 'meeting',
      row: { ...meeting(aMeeting(fields)), noticeId: 'one' },
      expectedVersion,
    }),
  );

const eventOf = (calendar: string, uid: string): string => {
  const unfolded = calendar.replaceAll(/\r\n[ \t]/g, '');
  return unfolded.split('BEGIN:VEVENT').find((event) => event.includes(`UID:${uid}`)) ?? '';
};

const board = 'meeting-1.one@noticeboard';

it('tells a calendar each meeting in the time of London, with the day of its papers, under ids that stay', async () => {
  await using server = await serve({ auth: byCookie });
  const path = await makeLink(server, 'boardMember');
  const answer = await server.get(path);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const before = await answer.text();
  expect(eventOf(before, board)).toMatch(/SEQUENCE:0[\s\S]*DTSTART:20230927T130000Z[\s\S]*STATUS:CONFIRMED/);
  expect(eventOf(before, `papers.${board}`)).toContain('DTSTART;VALUE=DATE:20230920');
  expect(before).toContain('https://noticeboard.test/n/one/meetings/meeting-1');

  await change(server, { on: '2023-11-15', state: 'cancelled' }, 1);
  const after = await (await server.get(path)).text();
  expect(eventOf(after, board)).toMatch(/SEQUENCE:1[\s\S]*DTSTART:20231115T140000Z[\s\S]*STATUS:CANCELLED/);
  expect(eventOf(after, `papers.${board}`)).toContain('STATUS:CANCELLED');
});

it('opens nothing by a link that was ended, replaced or guessed, nor once its member is gone', async () => {
  await using server = await serve({ auth: byCookie, signInsPerAddress: 20 });
  const first = await makeLink(server, 'monitor');
  const second = await makeLink(server, 'monitor');
  const chairs = await makeLink(server, 'chair');
  const refused = await server.get(first);
  expect([refused.status, await refused.text()]).toEqual([404, expect.stringContaining('make another') as unknown]);
  expect((await server.get(second)).status).toBe(200);
  await server.call('monitor', 'meeting.endCalendar', { noticeId: 'one' });
  expect((await server.get(second)).status).toBe(404);
  await expect(server.call('monitor', 'meeting.endCalendar', { noticeId: 'one' })).rejects.toThrow('no link');

  const suspension = { noticeId: 'one', id: people.chair.memberId, expectedVersion: 1, reason: 'Left.' };
  await server.call('administrator', 'member.suspend', suspension);
  expect((await server.get(chairs)).status).toBe(404);
  expect((await server.get('/calendar/guessed.ics')).status).toBe(404);
  expect(JSON.stringify(server.logged)).not.toContain(second.slice('/calendar/'.length, -4));
});

it('stops an address that guesses, and lets one that reads go on', async () => {
  await using server = await serve({ auth: byCookie, signInsPerAddress: 3 });
  const path = await makeLink(server, 'officer');
  for (let reads = 0; reads < 4; reads += 1) expect((await server.get(path)).status).toBe(200);
  for (let tries = 0; tries < 3; tries += 1) expect((await server.get(`/calendar/${tries}.ics`)).status).toBe(404);
  expect((await server.get('/calendar/4.ics')).status).toBe(429);
});

it('gives one meeting as a file to whoever may read the plan', async () => {
  await using server = await serve({ auth: byCookie });
  const file = '/api/notices/one/meetings/meeting-1/calendar';
  const answer = await server.get(file, { cookie: 'monitor' });
  expect(answer.headers.get('content-disposition')).toContain('meeting-2023-09-27.ics');
  expect((await answer.text()).match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect((await server.get(file, { cookie: 'administrator' })).status).toBe(403);
  expect((await server.get(file)).status).toBe(401);
  expect((await server.get(file.replace('meeting-1', 'meeting-9'), { cookie: 'monitor' })).status).toBe(404);
});
