import { fileHashOf, keepUpload, readFile } from '@noticeboard/db/files';
import { expect, it } from 'vitest';
import { createTestInstallation } from '../testing/installation.ts';
import { sweepUploads } from './sweep.ts';

it('removes what was sent more than a day ago and never taken, and ends when it is done', async () => {
  await using installation = await createTestInstallation();
  const { db, log } = installation;
  const sent = { noticeId: 'one', memberId: 'member-lead', name: 'a.txt', mediaType: 'text/plain' };
  const [old, fresh] = [Buffer.from('old'), Buffer.from('fresh')];
  await keepUpload(db, { ...sent, bytes: old, at: '2026-01-01T09:00:00.000Z' });
  await keepUpload(db, { ...sent, bytes: fresh, at: '2026-01-02T08:59:00.000Z' });
  await sweepUploads({ db, log, now: () => Date.parse('2026-01-02T09:00:01.000Z') })();
  expect(await readFile(db, fileHashOf(old))).toBeNull();
  expect(await readFile(db, fileHashOf(fresh))).not.toBeNull();
});
