import { createFolder, postgres } from '@noticeboard/db/testing/databases';
import { afterEach, expect, it } from 'vitest';
import { cookieOf, postJson, startServerProcess, type ServerProcess } from './testing/server-process.ts';

const started: ServerProcess[] = [];
afterEach(() => started.splice(0).forEach(({ child }) => child.kill('SIGKILL')));

const noticeId = 'kent-2023';

const read = async (address: string, procedure: string, cookie: string): Promise<unknown> => {
  const url = `${address}/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ noticeId }))}`;
  const response = await fetch(url, { headers: { cookie } });
  expect(response.status).toBe(200);
  return ((await response.json()) as { result: { data: unknown } }).result.data;
};

it(
  'two servers on one PostgreSQL serve the demonstration, one session and one another’s changes',
  { timeout: 120_000 },
  async () => {
    const { target, remove } = await postgres.create();
    const { folder, remove: removeFolder } = await createFolder();
    const environment = {
      NOTICEBOARD_DATA: folder,
      NOTICEBOARD_TODAY: '2023-09-25',
      DATABASE_URL: 'url' in target ? target.url : '',
    };
    const first = await startServerProcess(environment);
    started.push(first);
    const second = await startServerProcess(environment);
    started.push(second);

    const signedIn = await postJson(`${first.address}/api/demo/sign-in`, { accountId: 'demo-programme-office' });
    expect(signedIn.status).toBe(200);
    const cookie = cookieOf(signedIn);
    const before = await read(first.address, 'position.read', cookie);
    expect(await read(second.address, 'position.read', cookie)).toEqual(before);

    const written = await postJson(
      `${first.address}/trpc/update.write`,
      {
        noticeId,
        actionId: 'action-6.04',
        measureId: null,
        requirementId: null,
        rating: 'amber',
        confidence: 'medium',
        words: 'Two more posts were offered.',
        recovery: null,
        forecast: null,
      },
      cookie,
    );
    expect(written.status).toBe(200);
    const { result } = (await written.json()) as { result: { data: { head: object } } };
    expect(await read(second.address, 'notice.frame', cookie)).toMatchObject({ head: result.data.head });

    for (const { child } of started) child.kill('SIGTERM');
    await Promise.all(started.map(({ child }) => new Promise((resolve) => child.once('exit', resolve))));
    await remove();
    await removeFolder();
  },
);
