/**
 * Makes the ledger that this release leaves to later ones as a fixture: `pnpm --filter @noticeboard/db fixture`.
 * Run once a release, under its number; a fixture that is there is never made again.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backup } from '../backup.ts';
import { openDatabase } from '../database.ts';
import { record, write } from '../ledger.ts';
import { redact } from '../redact.ts';
import { recordSample, sampleAction } from './sample.ts';

const release = '0.3';
const clock = { now: () => '2023-01-02T09:00:00.000Z', today: () => '2023-01-02' };
const about = { chain: 'exampleshire', actor: '@demonstration', reason: 'The first plan.' };

const folder = await mkdtemp(path.join(tmpdir(), 'noticeboard-fixture-'));
const db = await openDatabase({ file: path.join(folder, 'noticeboard.db') }, { clock });
await write(db, about, async (writer) => {
  await record(writer, { entity: 'account', row: { id: 'a', office: 'none', state: 'active' }, expectedVersion: 0 });
  await recordSample(writer);
});
const row = sampleAction('exampleshire', { stage: 'inProgress' });
await write(db, about, (writer) => record(writer, { entity: 'action', row, expectedVersion: 1 }));
await redact(db, { chain: 'exampleshire', seq: 4, actor: '@command-line', reason: 'It named a child.' });
await backup(db, path.join(import.meta.dirname, `../../fixtures/release-${release}.backup`));
await db.close();
await rm(folder, { recursive: true });
