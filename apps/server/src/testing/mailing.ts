/** An installation of which something is late, with an outbox whose mail goes to a mail server of the test. */
import { record, write } from '@noticeboard/db/ledger';
import type { Notice } from '@noticeboard/domain/notice';
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

/** Gives a row of the plan with other fields, to record. */
const changed = (entity: 'notice' | 'member', row: object, fields: object): Change => {
  const { version, recordedAt: _at, recordedBy: _by, ...kept } = row as { version: number } & Record<string, unknown>;
  return { entity, row: { ...kept, ...fields }, expectedVersion: version } as unknown as Change;
};

/** Changes the settings of a notice, or a member of it. */
export const setRow = async (
  { db, keeper }: Pick<TestInstallation, 'db' | 'keeper'>,
  noticeId: string,
  fields: Partial<Notice> | object,
  memberId?: string,
): Promise<void> => {
  const plan = await keeper.current(noticeId);
  const member = plan?.members.find(({ id }) => id === memberId);
  const row = memberId === undefined ? plan?.notice : member;
  if (!row) throw new Error('There is no such row.');
  const change = changed(memberId === undefined ? 'notice' : 'member', row, fields);
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
      reportsCloseFrom: '2023-02-07',
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
