/** An installation of which something is late, with an outbox whose mail goes to a mail server of the test. */
import { record, write } from '@noticeboard/db/ledger';
import type { Change } from '@noticeboard/domain/plan';
import { pino } from 'pino';
import { sendWaiting, type MailDeps } from '../mail/sender.ts';
import { createSmtpTransport, type Patience } from '../mail/transport.ts';
import { createTestInstallation, type TestInstallation } from './installation.ts';

export type Mailing = TestInstallation & {
  deps: MailDeps;
  /** Milliseconds of real time, as the outbox sees it. */
  time: { now: number };
  /** Hands over all that waits. */
  send: () => Promise<void>;
};

/** Records a notice, or a row of it, with other fields: `of` names the row. */
export const setRow = async (
  { db, keeper }: Pick<TestInstallation, 'db' | 'keeper'>,
  noticeId: string,
  fields: object,
  of: { member?: string; action?: string; measure?: string } = {},
): Promise<void> => {
  const plan = await keeper.current(noticeId);
  const [entity, id] = Object.entries(of)[0] ?? ['notice', noticeId];
  const rows = [plan?.notice, ...(plan?.members ?? []), ...(plan?.actions ?? []), ...(plan?.measures ?? [])];
  const row = rows.find((each) => each?.id === id);
  if (!row) throw new Error('There is no such row.');
  const { version, recordedAt: _at, recordedBy: _by, ...kept } = row;
  const change = { entity, row: { ...kept, ...fields }, expectedVersion: version } as unknown as Change;
  await write(db, { chain: noticeId, actor: '@command-line', reason: null }, (writer) => record(writer, change));
};

/**
 * On 10 February 2023 the updates of both notices closed on the 7th, without days of grace: those of `member-lead` are late.
 * @param url of the mail server; null keeps mail to be read
 */
export const createMailing = async (url: string | null, patience?: Patience): Promise<Mailing> => {
  const installation = await createTestInstallation();
  for (const noticeId of ['one', 'two'])
    await setRow(installation, noticeId, {
      reportEvery: 'fourWeekly',
      reportsCloseFrom: '2023-01-10',
      reportGraceDays: 0,
      title: `Notice ${noticeId}`,
    });
  // What the procedures queue is queued at real time.
  const time = { now: Date.now() + 60_000 };
  const deps: MailDeps = {
    ...installation,
    log: pino({ level: 'silent' }),
    transport: url === null ? null : createSmtpTransport({ url, from: 'noticeboard@council.test' }, patience),
    address: 'https://noticeboard.test',
    now: () => time.now,
  };
  return { ...installation, deps, time, send: () => sendWaiting(deps, new AbortController().signal) };
};
