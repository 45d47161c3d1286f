import { createId } from '@noticeboard/db/id';
import { openDatabase } from '@noticeboard/db/database';
import { readFile } from '@noticeboard/db/files';
import { record, write } from '@noticeboard/db/ledger';
import { readPlan } from '@noticeboard/db/plan';
import { generatePlan } from '@noticeboard/domain/generator/plan';
import type { Meeting } from '@noticeboard/domain/meeting';
import { keysOf, packSections } from '@noticeboard/domain/scales';
import { freezeDocument } from '@noticeboard/server/documents/freeze';
import { packPage } from '@noticeboard/server/documents/pack';
import { print, title } from './figures.ts';
import { fixedClock, recordAll, today } from './prepare.ts';

const rounds = 9;
const noticeId = 'fictional';
const actor = '@demonstration';
const sections = keysOf(packSections);

const meeting = (over: Partial<Meeting>): Omit<Meeting, 'version'> => ({
  noticeId,
  id: 'next',
  kind: 'board',
  title: 'Improvement board',
  on: '2023-09-27',
  startsAt: null,
  place: null,
  papersDueOn: '2023-09-20',
  state: 'planned',
  closedOn: null,
  closedById: null,
  sections,
  keyPoints: [],
  minutes: null,
  mark: 'own',
  disputed: null,
  unconfirmed: null,
  sourceTitle: null,
  sourceUrl: null,
  sourcePublishedOn: null,
  ...over,
});

/** A pack with every section, of nine areas, 116 actions and 60 measures, frozen again and again: rendered, kept and recorded. */
export async function packOfANotice(file: string): Promise<void> {
  const db = await openDatabase({ file }, { clock: fixedClock(`${today}T16:55:00.000Z`) });
  await recordAll(
    db,
    noticeId,
    generatePlan({ noticeId, issuedOn: '2022-03-30', day: today, areas: 9, actions: 116, measures: 60, months: 18 }),
  );
  await write(db, { chain: noticeId, actor, reason: null }, async (writer) => {
    const last = meeting({
      id: 'last',
      on: '2023-08-30',
      papersDueOn: '2023-08-23',
      state: 'closed',
      closedOn: '2023-08-30',
    });
    for (const row of [last, meeting({})]) await record(writer, { entity: 'meeting', row, expectedVersion: 0 });
  });
  const [times, sizes]: [number[], number[]] = [[], []];
  let scripts = 0;
  for (let round = 0; round < rounds; round += 1) {
    const plan = await readPlan(db, noticeId);
    if (!plan) throw new Error('There is no notice.');
    const by = { who: { memberId: plan.members[0]?.id ?? '', organisation: '', roles: [] }, today, createId };
    const started = performance.now();
    const { result } = await write(db, { chain: noticeId, actor, reason: null }, async (writer) => {
      const of = { meetingId: 'next', sections, today, origin: 'https://noticeboard.example.gov.uk' };
      const frozen = await freezeDocument({ plan, by, writer }, { kind: 'pack', meetingId: 'next', sections }, () =>
        packPage(writer, plan, of),
      );
      await record(writer, frozen);
      return frozen.row;
    });
    times.push(performance.now() - started);
    sizes.push((result.bytes ?? 0) / 1000);
    const page = Buffer.from((await readFile(db, result.fileHash ?? '')) ?? []).toString('utf8');
    scripts += page.split('<script').length - 1;
  }
  const plan = await readPlan(db, noticeId);
  await db.close();
  title(
    `A pack of ${plan?.areas.length} areas, ${plan?.actions.length} actions, ${plan?.measures.length} measures, every section: ${rounds} freezes`,
  );
  print({ name: 'rendered, kept and recorded (at most 500 ms)', unit: 'ms', values: times, digits: 0 });
  print({ name: 'weight (at most 600 kB)', unit: 'kB', values: sizes, digits: 0 });
  console.log(`  ${'scripts (none)'.padEnd(54)}${`${scripts}`.padStart(10)}`);
}
