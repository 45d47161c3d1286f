import { takeUpload } from '@noticeboard/db/files';
import { record, write } from '@noticeboard/db/ledger';
import { sampleFile } from '@noticeboard/db/testing/sample';
import { permissions } from '@noticeboard/domain/permissions';
import type { Role } from '@noticeboard/domain/scales';
import { describe, expect, it } from 'vitest';
import { people, sessionFor, type Outsider, type Person } from '../testing/installation.ts';
import { serve, type Served } from '../testing/serve.ts';

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
  bytes: Uint8Array<ArrayBuffer>,
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
    body: bytes,
  });

const answerOf = async (response: Response) => (await response.json()) as Record<string, unknown>;

/** Sends a file and records evidence that names it. */
const addEvidence = async (
  server: Served,
  bytes: Uint8Array<ArrayBuffer>,
  { name = 'notes.txt', id = 'evidence-2' } = {},
) => {
  const { uploadId } = await answerOf(await send(server, bytes, { name }));
  await write(server.db, { chain: 'one', actor: 'member-lead', reason: null }, async (writer) => {
    const file = await takeUpload(writer, { noticeId: 'one', memberId: 'member-lead', uploadId: String(uploadId) });
    await record(writer, { entity: 'evidence', row: sampleFile('one', id, file), expectedVersion: 0 });
  });
};

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

const mayDo = (permission: 'evidence.add' | 'plan.read', person: Person): boolean =>
  people[person].roles.some((role: Role) => (permissions[permission] as Partial<Record<Role, string>>)[role]);

describe('who may send and fetch a file', () => {
  it.each(Object.keys(people) as Person[])('%s, as the table of permissions says', async (person) => {
    await using server = await serveFiles();
    await addEvidence(server, text);
    expect((await send(server, text, { as: person })).status).toBe(mayDo('evidence.add', person) ? 200 : 403);
    expect((await fetchFile(server, person)).status).toBe(mayDo('plan.read', person) ? 200 : 403);
  });
});
