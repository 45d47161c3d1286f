/** The server as it ships, on the database file of the first argument, without the limit of calls a minute that a load would meet. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '@noticeboard/db/database';
import { createDatesKeeper } from '@noticeboard/db/dates-recorded';
import { createPlanKeeper } from '@noticeboard/db/plan';
import { createApp } from '@noticeboard/server/app';
import { createAuth } from '@noticeboard/server/auth/auth';
import { createClock } from '@noticeboard/server/clock';
import { createLedgerWatch } from '@noticeboard/server/live/ledger-watch';
import { pino } from 'pino';

const [file = '', today = ''] = process.argv.slice(2);
const clock = createClock(today);
const log = pino({ level: 'warn' });
const db = await openDatabase({ file }, { clock });
const app = createApp({
  db,
  clock,
  keeper: createPlanKeeper(db, { most: 50 }),
  dates: createDatesKeeper(db, { most: 50 }),
  mail: { kind: 'none', address: () => '', wake: () => undefined },
  documents: { origin: '', pdfOf: null },
  mode: 'demo',
  log,
  mayCall: () => true,
  auth: await createAuth({ db, secret: 'a secret of the bench, of no worth elsewhere', https: false, log }),
  ledgers: createLedgerWatch({ db, log }),
  webFolder: null,
  https: false,
  signInsPerAddress: 50,
});
const server = createServer(app).listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
