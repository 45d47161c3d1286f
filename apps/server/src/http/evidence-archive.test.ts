import { takeUpload, keepUpload } from '@noticeboard/db/files';
import { record, write } from '@noticeboard/db/ledger';
import { sampleFile } from '@noticeboard/db/testing/sample';
import type { Evidence } from '@noticeboard/domain/evidence';
import { permissions } from '@noticeboard/domain/permissions';
import type { Role } from '@noticeboard/domain/scales';
import { expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import { people, sessionFor, type Outsider, type Person } from '../testing/installation.ts';
import { serve, type Served } from '../testing/serve.ts';

const byCookie = {
  handler: () => undefined,
  check: async (cookie: string | undefined) => (cookie ? sessionFor(cookie as Person | Outsider) : null),
  signInAs: async () => undefined,
};
const serveArchives = () => serve({ auth: byCookie });

/** Keeps a file and records evidence that names it, with what is to differ. */
const addFile = async ({ db }: Served, id: string, content: string, different: Partial<Evidence> = {}) => {
  const bytes = Buffer.from(content);
  const sent = { noticeId: 'one', memberId: 'member-lead', name: 'survey.csv', mediaType: 'text/csv' };
  const { uploadId } = await keepUpload(db, { ...sent, bytes, at: new Date().toISOString() });
  await write(db, { chain: 'one', actor: 'member-lead', reason: null }, async (writer) => {
    const file = await takeUpload(writer, { noticeId: 'one', memberId: 'member-lead', uploadId });
    await record(writer, {
      entity: 'evidence',
      row: { ...sampleFile('one', id, file), ...different },
      expectedVersion: 0,
    });
  });
};

const ask = ({ address }: Served, as: string, query = '', notice = 'one') =>
  fetch(`${address}/api/notices/${notice}/evidence.zip${query}`, { headers: { cookie: as } });

/** Unpacks an archive: the content of each file, by its name in the order of the archive. */
const unpacked = async (response: Response): Promise<Map<string, string>> => {
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get('content-length')).toBe(String(bytes.length));
  const found = new Map<string, string>();
  const archive = await new Promise<import('yauzl').ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  await new Promise<void>((resolve, reject) => {
    archive.on('end', resolve);
    archive.on('error', reject);
    archive.on('entry', (entry: import('yauzl').Entry) => {
      archive.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          found.set(entry.fileName, Buffer.concat(chunks).toString());
          archive.readEntry();
        });
      });
    });
    archive.readEntry();
  });
  return found;
};

it('gives a monitor an index and the files under names of their own, without what was withdrawn', async () => {
  await using server = await serveArchives();
  await addFile(server, 'evidence-2', 'question,families\n', { caption: '=cmd()', addedOn: '2023-02-01' });
  await addFile(server, 'evidence-3', 'another survey', { addedOn: '2023-02-02' });
  await addFile(server, 'evidence-4', 'taken back', { addedOn: '2023-02-03', withdrawnOn: '2023-02-04' });
  const response = await ask(server, 'monitor');
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': "attachment; filename*=UTF-8''Exampleshire%20evidence%202023-02-10.zip",
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  });
  const files = await unpacked(response);
  const names = [...files.keys()];
  expect(names.slice(0, 2)).toEqual(['index.csv', 'index.html']);
  expect(names.filter((name) => name.startsWith('files/'))).toHaveLength(2);
  const csv = files.get('index.csv') ?? '';
  expect(csv).toMatch(/^\uFEFFCaption,Kind,/);
  // Two files, and the two links of the sample.
  expect(csv.trim().split('\r\n')).toHaveLength(1 + 4);
  expect(csv).toContain("'=cmd()");
  expect(csv).not.toContain('taken back');
  const contents = names.slice(2).map((name) => files.get(name));
  expect(new Set(contents)).toEqual(new Set(['another survey', 'question,families\n']));
  const html = files.get('index.html') ?? '';
  for (const name of names.slice(2)) expect(html).toContain(`href="${name}"`);
  expect(html).not.toContain('<script');
});

it('gives what counted at a moment, and says which file was erased since', async () => {
  await using server = await serveArchives();
  await addFile(server, 'evidence-2', 'the first');
  const seq = (await server.keeper.current('one'))?.head.seq ?? 0;
  await addFile(server, 'evidence-3', 'the second');
  const files = await unpacked(await ask(server, 'monitor', `?asAt=2023-02-10.${seq}`));
  expect([...files.values()]).toContain('the first');
  expect([...files.values()]).not.toContain('the second');
  await server.db.kysely.deleteFrom('file').execute();
  const without = await unpacked(await ask(server, 'monitor'));
  expect([...without.keys()]).toEqual(['index.csv', 'index.html']);
  expect(without.get('index.csv')).toContain('The file was erased by law');
});

it('is for whoever reads the plan, and refuses each other with a sentence', async () => {
  await using server = await serveArchives();
  for (const person of Object.keys(people) as Person[]) {
    const may = people[person].roles.some((role: Role) => role in permissions['plan.read']);
    expect([person, (await ask(server, person)).status]).toEqual([person, may ? 200 : 403]);
  }
  const refused = await Promise.all([
    ask(server, ''),
    ask(server, 'stranger'),
    ask(server, 'officer', '', 'two'),
    ask(server, 'officer', '?asAt=yesterday'),
    ask(server, 'officer', '?asAt=2023-02-11'),
    ask(server, 'officer', '?asAt=2023-02-10.999'),
  ]);
  expect(refused.map(({ status }) => status)).toEqual([401, 404, 404, 400, 400, 404]);
  for (const response of refused)
    expect((await response.json()) as object).toMatchObject({
      sentence: expect.stringMatching(/^[A-Z].*\.$/) as unknown,
    });
});

it('refuses one account that asks too often, and nobody else', async () => {
  await using server = await serveArchives();
  const statuses: number[] = [];
  for (let asked = 0; asked < 7; asked += 1) statuses.push((await ask(server, 'chair')).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
  expect((await ask(server, 'monitor')).status).toBe(200);
});
