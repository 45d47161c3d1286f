/** What Noticeboard costs, side by side with the least that could do the same. Everything runs on this machine and ends by itself. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { asAtAgainstCurrent, recordAgainstBare } from './ledger.ts';
import { allMeasures } from './measures.ts';
import { packOfANotice } from './pack.ts';
import { positionAgainstMemory, positionAmongMany } from './position.ts';
import { prepareDemonstration, prepareManyNotices } from './prepare.ts';
import { startOfTheServer } from './start.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-bench-'));
const demonstration = path.join(folder, 'noticeboard.sqlite');
const many = path.join(folder, 'many.sqlite');
try {
  console.log(`Node ${process.version}, ${cpus().length} cores of ${cpus()[0]?.model ?? 'unknown'}`);
  allMeasures();
  await packOfANotice(path.join(folder, 'pack.sqlite'));
  console.log('Making the databases, which takes about a minute …');
  await prepareDemonstration(demonstration);
  await prepareManyNotices(demonstration, many);
  await startOfTheServer(folder);
  await positionAgainstMemory(demonstration, folder);
  await positionAmongMany(demonstration, many);
  await asAtAgainstCurrent(demonstration);
  await recordAgainstBare(demonstration, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
