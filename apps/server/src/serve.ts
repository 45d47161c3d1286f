import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Database } from '@noticeboard/db/database';
import { createDatesKeeper } from '@noticeboard/db/dates-recorded';
import { createPlanKeeper } from '@noticeboard/db/plan';
import { formatDate } from '@noticeboard/domain/words';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { createAuth } from './auth/auth.ts';
import { readConfig, SettingError, type Config } from './config.ts';
import { demonstrationAccounts } from './demonstration/accounts.ts';
import { beforeTheNotice } from './demonstration/before-the-notice.ts';
import { createPdfMaker } from './documents/pdf.ts';
import { sweepUploads } from './evidence/sweep.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { startSender, type Sender } from './mail/sender.ts';
import { createLedgerWatch } from './live/ledger-watch.ts';
import { createSmtpTransport } from './mail/transport.ts';
import { openInstallation } from './start.ts';

const webFolder = path.resolve(import.meta.dirname, '../../web/dist');

/** How many plans stay in memory: more than the notices that one council works on, and the days they are looked back to. */
const mostPlans = 50;
const callsPerMinute = 600;
const signInsPerAddress = 50;
const patience = 10_000;

const listenSentences: Readonly<Record<string, (config: Config) => string>> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is in use. End the program that uses it, or start on another one: PORT=${port + 1} npx pnpm@12 start`,
  EACCES: ({ port }) => `This user may not listen on port ${port}. Set PORT to 1024 or more.`,
  EADDRNOTAVAIL: ({ host }) => `This machine has no address ${host}. Set HOST to one of its own, such as 127.0.0.1.`,
  ENOTFOUND: ({ host }) => `This machine has no address ${host}. Set HOST to one of its own, such as 127.0.0.1.`,
};

const listen = async (server: Server, config: Config): Promise<number> => {
  server.listen(config.port, config.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const say = listenSentences[(error as NodeJS.ErrnoException).code ?? ''];
    throw say ? new SettingError(say(config)) : error;
  }
  return (server.address() as AddressInfo).port;
};

/** @param ends what ends each thing that runs beside the server, once what it is about is done */
const stopOn = (signals: NodeJS.Signals[], server: Server, ends: (() => Promise<void>)[], db: Database): void => {
  const stop = () => {
    for (const signal of signals) process.off(signal, stop);
    const ended = Promise.all(ends.map((end) => end()));
    server.close(() => void ended.then(() => db.close()));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), patience).unref();
  };
  for (const signal of signals) process.on(signal, stop);
};

const announce = async (address: string, { mode }: Config, db: Database): Promise<void> => {
  console.log(`\nNoticeboard is at ${address}`);
  if (mode === 'live') return;
  const nothing = await beforeTheNotice(db, db.clock.today());
  if (nothing !== null) console.log(nothing);
  console.log(`The demonstration stands on ${formatDate(db.clock.today())}. Open it and choose who to be:`);
  for (const { title, organisation } of demonstrationAccounts) console.log(`  ${title} (${organisation})`);
  console.log('\nStop it with Ctrl+C. What you change is kept.');
};

/**
 * Serves the installation that the settings describe, until a signal stops it.
 * @throws SettingError or OperatorError with one sentence where it can't start
 */
export const serve = async (): Promise<void> => {
  const config = readConfig();
  const log = pino({ level: config.mode === 'live' ? 'info' : 'warn' });
  const db = await openInstallation(config);
  try {
    if (config.mode === 'demo') {
      // A live server never reads what only the demonstration needs.
      const { loadDemonstration } = await import('./demonstration/load.ts');
      await loadDemonstration(db, { until: db.clock.today(), say: (line) => console.log(line) });
    }
    const https = config.origin?.startsWith('https:') ?? false;
    const built = existsSync(path.join(webFolder, 'index.html'));
    if (!built) console.log('The web app is not built, so no pages are served. Build it with: npx pnpm@12 build');
    const keeper = createPlanKeeper(db, { most: mostPlans });
    let address = config.origin ?? '';
    let sender: Sender | null = null;
    const ledgers = createLedgerWatch({ db, log });
    const app = createApp({
      ledgers,
      db,
      clock: db.clock,
      keeper,
      dates: createDatesKeeper(db, { most: mostPlans }),
      mail: {
        kind: config.mode === 'demo' ? 'kept' : config.smtp === null ? 'none' : 'sent',
        address: () => address,
        wake: () => sender?.wake(),
      },
      documents: {
        origin: config.origin ?? '',
        pdfOf: config.chromium === null ? null : createPdfMaker(config.chromium),
      },
      mode: config.mode,
      log,
      mayCall: createCallLimit(),
      auth: await createAuth({ db, secret: config.secret, https, log }),
      webFolder: built ? webFolder : null,
      https,
      signInsPerAddress,
    });
    const server = createServer(app);
    const port = await listen(server, config);
    address = config.origin ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
    if (config.mode === 'demo' || config.smtp !== null) {
      const transport = config.smtp && createSmtpTransport(config.smtp);
      sender = startSender({ db, keeper, clock: db.clock, log, transport, address, now: Date.now });
    }
    stopOn(['SIGINT', 'SIGTERM'], server, [sweepUploads({ db, log }), async () => sender?.stop(), ledgers.stop], db);
    await announce(address, config, db);
  } catch (error) {
    await db.close();
    throw error;
  }
};

const createCallLimit = () => {
  const { allows } = createRateLimit(callsPerMinute);
  return (accountId: string, procedure: string) => allows(`${accountId} ${procedure}`);
};
