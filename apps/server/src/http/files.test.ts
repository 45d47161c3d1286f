import { takeUpload } from '@noticeboard/db/files';
import { record, write } from '@noticeboard/db/ledger';
import { redact } from '@noticeboard/db/redact';
import { sampleFile } from '@noticeboard/db/testing/sample';
import type { Evidence } from '@noticeboard/domain/evidence';
import { permissions } from '@noticeboard/domain/permissions';
import type { Role } from '@noticeboard/domain/scales';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, sessionFor, type Outsider, type Person } from '../testing/installation.ts';
import { serve, type Served } from '../testing/serve.ts';
import { officeFile } from '../testing/zip.ts';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const text = Buffer.from('What families said in August.\n');

/** An `auth` that takes everybody for whom their cookie names. */
const byCookie = {
  handler: () => undefined,
  check: async (cookie: string | undefined) => (cookie ? sessionFor(cookie as Person | Outsider) : null),
  signInAs: async () => undefined,
};

const serveFiles = () => serve({ auth: byCookie });

type Sent = { as?: Person | Outsider; name?: string; notice?: string; headers?: Record<string, string> };

const send = (
  { address }: Served,
  body: Uint8Array<ArrayBuffer> | ReadableStream,
  { as = 'officer', name = 'notes.txt', notice = 'one', headers = {} }: Sent = {},
) =>
  fetch(`${address}/api/notices/${notice}/files`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
      origin: address,
      cookie: as,
      ...headers,
    },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });

const answerOf = async (response: Response) => (await response.json()) as Record<string, unknown>;

/** Sends a file and records evidence that names it, with what is to differ. */
const addEvidence = async (
  server: Served,
  bytes: Uint8Array<ArrayBuffer>,
  { name = 'notes.txt', id = 'evidence-2', ...different }: Partial<Evidence> & { name?: string } = {},
) => {
  const { uploadId } = await answerOf(await send(server, bytes, { name }));
  await write(server.db, { chain: 'one', actor: 'member-lead', reason: null }, async (writer) => {
    const file = await takeUpload(writer, { noticeId: 'one', memberId: 'member-lead', uploadId: String(uploadId) });
    const row = { ...sampleFile('one', id, file), ...different };
    await record(writer, { entity: 'evidence', row, expectedVersion: 0 });
  });
};

const keptIn = async ({ db: { kysely } }: Served) => ({
  files: (await kysely.selectFrom('file').select('hash').execute()).length,
  uploads: (await kysely.selectFrom('upload').select('id').execute()).length,
});

const sized = (bytes: number) => Buffer.concat([png, Buffer.alloc(bytes)]);

const fetchFile = ({ address }: Served, as: string, { notice = 'one', id = 'evidence-2', headers = {} } = {}) =>
  fetch(`${address}/api/notices/${notice}/evidence/${id}/file`, { headers: { cookie: as, ...headers } });

it('keeps a file that a member sent, and gives it back as it was, as an attachment under a strict policy', async () => {
  await using server = await serveFiles();
  const name = 'Voice of families, “August” (1)’s.txt';
  const sent = await send(server, text, { name });
  expect([sent.status, await answerOf(sent)]).toEqual([
    200,
    { uploadId: expect.stringMatching(/^[0-9a-f]{20}$/) as unknown, name, mediaType: 'text/plain', bytes: text.length },
  ]);
  await addEvidence(server, text, { name });
  const got = await fetchFile(server, 'monitor');
  expect(got.status).toBe(200);
  expect(Buffer.from(await got.arrayBuffer())).toEqual(text);
  expect(Object.fromEntries(got.headers)).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition':
      "attachment; filename*=UTF-8''Voice%20of%20families%2C%20%E2%80%9CAugust%E2%80%9D%20%281%29%E2%80%99s.txt",
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
});

const mayDo = (permission: 'evidence.add' | 'review.publish' | 'plan.read', person: Person): boolean =>
  people[person].roles.some((role: Role) => (permissions[permission] as Partial<Record<Role, string>>)[role]);

describe('who may send and fetch a file', () => {
  let server: Served;
  beforeAll(async () => {
    server = await serveFiles();
    await addEvidence(server, text);
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it.each(Object.keys(people) as Person[])('%s, as the table of permissions says', async (person) => {
    expect((await send(server, text, { as: person })).status).toBe(
      mayDo('evidence.add', person) || mayDo('review.publish', person) ? 200 : 403,
    );
    expect((await fetchFile(server, person)).status).toBe(mayDo('plan.read', person) ? 200 : 403);
  });
});

describe('refuses', () => {
  let server: Served;
  beforeAll(async () => {
    server = await serveFiles();
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const zeros = Buffer.alloc(40_000_000);

  it.each([
    ['nobody signed in', { headers: { cookie: '' } }, 401],
    ['a stranger to the notice', { as: 'stranger' }, 404],
    ['a member of this notice in another', { notice: 'two' }, 404],
    ['a notice that is not there', { notice: 'no-such-notice' }, 404],
    ['the chain of the installation', { notice: 'installation' }, 404],
    ['an id that is none', { notice: '%00' }, 404],
    ['another origin', { headers: { origin: 'https://elsewhere.example' } }, 403],
    ['a foreign page, as the browser says', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
    ['a form', { headers: { 'content-type': 'multipart/form-data; boundary=a' } }, 415],
    ['text, which a form may send', { headers: { 'content-type': 'text/plain' } }, 415],
    ['JSON', { headers: { 'content-type': 'application/json' } }, 415],
    ['what is packed on its way', { headers: { 'content-encoding': 'gzip' } }, 400],
    ['a name that can’t be read', { headers: { 'x-file-name': '%E0%A4%A' } }, 400],
    ['no name', { headers: { 'x-file-name': '' } }, 400],
  ] satisfies [string, Sent, number][])('%s', async (_name, sent, status) => {
    const response = await send(server, text, sent);
    expect(response.status).toBe(status);
    expect((await answerOf(response))['sentence']).toMatch(/^[A-Z].*\.$/);
    expect(await keptIn(server)).toEqual({ files: 0, uploads: 0 });
  });

  it.each([
    ['an empty file', 'notes.txt', Buffer.alloc(0), 'The file is empty.'],
    ['a program under the name of a PDF', 'report.pdf', Buffer.from('MZ program'), 'the content is that of a program'],
    ['an SVG with a script', 'drawing.svg', Buffer.from('<svg><script>alert(1)</script></svg>'), 'Save it as PNG'],
    ['the same under another name', 'drawing.png', Buffer.from('<svg><script/></svg>'), 'that of an SVG drawing'],
    ['macros', 'plan.docx', officeFile('docx', [{ name: 'word/vbaProject.bin', content: 'a' }]), 'holds macros'],
    [
      'a bomb',
      'plan.docx',
      officeFile('docx', [{ name: 'a.xml', content: zeros, declared: 9 }]),
      'unpacks to far more',
    ],
    ['a child in the name', 'DOB 12-03-2012.txt', text, 'looks like a date of birth'],
    ['a child in the text', 'notes.txt', Buffer.from('born 12/03/2012'), 'looks like a date of birth'],
  ])('%s', async (_name, name, content, part) => {
    const response = await send(server, content, { name });
    expect(response.status).toBe(400);
    expect(await answerOf(response)).toEqual({
      code: 'BAD_REQUEST',
      sentence: expect.stringContaining(part) as unknown,
    });
    expect(await keptIn(server)).toEqual({ files: 0, uploads: 0 });
  });
});

describe('holds to its limits: it refuses', () => {
  it('more than 15 MB, also where its length is not said before, and takes 15 MB', async () => {
    await using server = await serveFiles();
    const large = sized(15_000_000 - png.length);
    const tooLarge = Buffer.concat([large, Buffer.alloc(1_000_000)]);
    const said = await send(server, tooLarge, { name: 'photo.png' });
    const unsaid = await send(server, new Blob([tooLarge]).stream(), { name: 'photo.png' });
    for (const response of [said, unsaid])
      expect([response.status, await answerOf(response)]).toEqual([
        413,
        {
          code: 'PAYLOAD_TOO_LARGE',
          sentence:
            'The file has more than 15 MB, which is the most that Noticeboard takes. Make it smaller, or give a link to it.',
        },
      ]);
    expect(await keptIn(server)).toEqual({ files: 0, uploads: 0 });
    expect((await send(server, large, { name: 'photo.png' })).status).toBe(200);
  });

  it('more than the notice may hold, and counts what was sent twice once', async () => {
    await using server = await serveFiles();
    await server.db.kysely.updateTable('notice').set({ evidence_megabytes: 1 }).execute();
    for (const name of ['a.png', 'b.png']) expect((await send(server, sized(600_000), { name })).status).toBe(200);
    expect(await keptIn(server)).toEqual({ files: 1, uploads: 2 });
    const refused = await send(server, sized(500_000), { name: 'c.png' });
    expect([refused.status, (await answerOf(refused))['sentence']]).toEqual([
      400,
      expect.stringMatching(/^This notice may hold 1\.0 MB of evidence\. It holds 600 KB, and this file has 500 KB\./),
    ]);
    expect(await keptIn(server)).toEqual({ files: 1, uploads: 2 });
  });

  it('one account that sends too often, and nobody else', async () => {
    await using server = await serveFiles();
    const statuses = new Set<number>();
    for (let sent = 0; sent < 30; sent += 1) statuses.add((await send(server, Buffer.alloc(0))).status);
    expect([...statuses]).toEqual([400]);
    const refused = await send(server, text);
    expect([refused.status, (await answerOf(refused))['sentence']]).toEqual([
      429,
      'You have done that very often in the last minute. Wait a minute, then try again.',
    ]);
    expect((await send(server, text, { as: 'programmeOffice' })).status).toBe(200);
  });
});

describe('gives back', () => {
  it('nothing to a stranger, from another notice, to nobody, or where there is no file', async () => {
    await using server = await serveFiles();
    await addEvidence(server, text);
    const outcomes = await Promise.all([
      fetchFile(server, 'stranger'),
      fetchFile(server, 'officer', { notice: 'two' }),
      fetchFile(server, 'stranger', { notice: 'two' }),
      fetchFile(server, ''),
      fetchFile(server, 'officer', { id: 'no-such-evidence' }),
      fetchFile(server, 'officer', { id: 'evidence-1' }),
    ]);
    const told = await Promise.all(
      outcomes.map(async (response) => [response.status, (await answerOf(response))['sentence']]),
    );
    const noNotice = 'There is no such notice, or it is not shared with you.';
    const noEvidence = 'There is no such evidence in this notice. Go back to the list and choose one.';
    expect(told).toEqual([
      [404, noNotice],
      [404, noNotice],
      [404, noEvidence],
      [401, 'Sign in to go on.'],
      [404, noEvidence],
      [404, 'This evidence is a link, not a file. Go back and open the link.'],
    ]);
  });

  it('what was withdrawn, and what was replaced', async () => {
    await using server = await serveFiles();
    const [older, newer] = [Buffer.from('the first version'), Buffer.from('the second version')];
    await addEvidence(server, older, { id: 'evidence-2' });
    await addEvidence(server, newer, { id: 'evidence-3', replacesId: 'evidence-2', withdrawnOn: '2023-02-10' });
    expect(await (await fetchFile(server, 'chair', { id: 'evidence-2' })).text()).toBe('the first version');
    expect(await (await fetchFile(server, 'chair', { id: 'evidence-3' })).text()).toBe('the second version');
  });

  it('a sentence where the file was erased by law, or is missing, as text to a browser that went there', async () => {
    await using server = await serveFiles();
    await addEvidence(server, text, { id: 'evidence-2' });
    await addEvidence(server, Buffer.from('another'), { id: 'evidence-3' });
    await server.db.kysely.deleteFrom('upload').execute();
    await server.db.kysely.deleteFrom('file').execute();
    const missing = await fetchFile(server, 'officer', { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect([missing.status, missing.headers.get('content-type'), await missing.text()]).toEqual([
      503,
      'text/plain; charset=utf-8',
      'The file is not in the database any more. Ask your administrator to run "pnpm noticeboard verify".',
    ]);
    const seq = (await server.keeper.current('one'))?.head.seq ?? 0;
    await redact(server.db, { chain: 'one', seq, actor: '@command-line', reason: 'It named a child.' });
    const erased = await fetchFile(server, 'officer', { id: 'evidence-3' });
    expect([erased.status, (await answerOf(erased))['sentence']]).toEqual([
      404,
      'The file of this evidence was erased by law. The history of the notice says when.',
    ]);
  });

  it('a type of its own, whatever the ledger says', async () => {
    await using server = await serveFiles();
    await addEvidence(server, text, { mediaType: 'text/html' });
    expect((await fetchFile(server, 'officer')).headers.get('content-type')).toBe('application/octet-stream');
  });
});

it('logs neither the name nor the content of a file', async () => {
  await using server = await serveFiles();
  await addEvidence(server, text, { name: 'A particular name.txt' });
  await fetchFile(server, 'officer');
  await send(server, text, { as: 'chair', name: 'A particular name.txt' });
  await send(server, Buffer.from('MZ'), { name: 'A particular name.pdf' });
  expect(server.logged.length).toBeGreaterThan(3);
  expect(JSON.stringify(server.logged)).not.toMatch(/particular|families/);
});
