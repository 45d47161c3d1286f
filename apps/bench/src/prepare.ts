/** The databases that are measured: the demonstration, and the same with 299 fictional notices beside it. */
import { cpSync } from 'node:fs';
import { openDatabase, type Database } from '@noticeboard/db/database';
import { record, write } from '@noticeboard/db/ledger';
import { londonDay } from '@noticeboard/domain/calendar';
import type { Instant } from '@noticeboard/domain/fields';
import { generatePlan } from '@noticeboard/domain/generator/plan';
import type { Step } from '@noticeboard/domain/generator/setting';
import { loadDemonstration } from '@noticeboard/server/demonstration/load';

export const today = '2023-09-25';
const manyNotices = 300;
const small = { areas: 9, actions: 20, measures: 6, months: 6, day: today, issuedOn: '2023-03-30' };

export const fixedClock = (instant: Instant) => ({ now: () => instant, today: () => londonDay(instant) });

export async function prepareDemonstration(file: string): Promise<void> {
  const db = await openDatabase({ file }, { clock: fixedClock(`${today}T16:55:00.000Z`) });
  await loadDemonstration(db, { until: today });
  await db.close();
}

export async function recordAll(db: Database, noticeId: string, steps: readonly Step[]): Promise<void> {
  await write(db, { chain: noticeId, actor: '@demonstration', reason: null }, async (writer) => {
    for (const change of steps.flatMap(({ changes }) => changes)) {
      const row = { ...change.row, noticeId, ...(change.entity === 'notice' ? { id: noticeId } : {}) };
      await record(writer, { ...change, row } as typeof change);
    }
  });
}

/** Copies the demonstration and adds notices until there are 300; one is generated, and the others are it under other ids. */
export async function prepareManyNotices(demonstration: string, file: string): Promise<void> {
  cpSync(demonstration, file);
  const db = await openDatabase({ file }, { clock: fixedClock(`${today}T16:55:00.000Z`) });
  const steps = generatePlan({ ...small, noticeId: 'fictional' });
  for (let count = 3; count <= manyNotices; count += 1) await recordAll(db, `fictional-${count}`, steps);
  await db.close();
}
