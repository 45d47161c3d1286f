import { expect, it } from 'vitest';
import { sessionFor, type Outsider, type Person } from '../testing/installation.ts';
import { serve } from '../testing/serve.ts';

/** An `auth` that takes everybody for whom their cookie names. */
const auth = {
  handler: () => undefined,
  check: async (cookie: string | undefined) => (cookie ? sessionFor(cookie as Person | Outsider) : null),
  signInAs: async () => undefined,
};

it('gives the minutes to whoever reads the plan, as a document that nothing runs in', async () => {
  await using server = await serve({ auth });
  const ask = (cookie: string, notice = 'one', meeting = 'meeting-1') =>
    server.get(`/api/notices/${notice}/meetings/${meeting}/minutes`, cookie === '' ? {} : { cookie });
  const given = await ask('monitor');
  expect(given.status).toBe(200);
  expect(given.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''minutes-2023-09-27.doc");
  expect(given.headers.get('content-type')).toContain('application/msword');
  expect(given.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(await given.text()).toContain('Minutes: Improvement board, 27 September 2023');
  const codes = [await ask(''), await ask('administrator'), await ask('stranger'), await ask('monitor', 'one', 'none')];
  expect(codes.map(({ status }) => status)).toEqual([401, 403, 404, 404]);
});
