import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createApp, type AppDeps } from '../app.ts';
import { createAuth } from '../auth/auth.ts';
import { createLedgerWatch } from '../live/ledger-watch.ts';
import { createTestInstallation, type TestInstallation } from './installation.ts';

export const secret = 'a secret of the tests, long enough to be one';

export type Served = TestInstallation & {
  address: string;
  /** Every line that was logged, parsed. */
  logged: Record<string, unknown>[];
  /** Sends JSON as a page of our own would. */
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
};

/** Serves a test installation on a free port; with `await using` all of it is gone when the test ends. */
export const serve = async (different: Partial<AppDeps> = {}): Promise<Served> => {
  const installation = await createTestInstallation();
  const logged: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'info' },
    { write: (line) => void logged.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const auth = await createAuth({ db: installation.db, secret, https: different.https ?? false, log });
  const { db, clock, keeper, dates, mail, documents, mayCall, mode } = installation;
  const ledgers = createLedgerWatch({ db, log, every: 20 });
  const app = createApp({
    db,
    clock,
    keeper,
    dates,
    mail,
    documents,
    mayCall,
    mode,
    log,
    auth,
    ledgers,
    webFolder: null,
    https: false,
    signInsPerAddress: 5,
    ...different,
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...installation,
    address,
    logged,
    post: (path, body, headers = {}) =>
      fetch(address + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: address, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: (path, headers = {}) => fetch(address + path, { headers }),
    [Symbol.asyncDispose]: async () => {
      await ledgers.stop();
      server.closeAllConnections();
      server.close();
      await installation[Symbol.asyncDispose]();
    },
  };
};

/** Gives the cookies of an answer as a browser would send them back. */
export const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
