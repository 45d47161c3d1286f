/** Accounts of the installation: made by invitation, opened by a one-time link, kept beside their e-mail and password. */
import { createHash, randomBytes } from 'node:crypto';
import { readAccount } from '@noticeboard/db/account';
import type { Connection, Database } from '@noticeboard/db/database';
import { createId } from '@noticeboard/db/id';
import { installation, record, write, type Writer } from '@noticeboard/db/ledger';
import type { Account } from '@noticeboard/domain/account';
import { DomainError } from '@noticeboard/domain/domain-error';
import { hashPassword } from 'better-auth/crypto';
import { checkPassword } from './auth/password.ts';
import { storedDate } from './auth/stored-date.ts';

const linkDays = 7;
const day = 24 * 60 * 60_000;

const digestOf = (token: string) => createHash('sha256').update(token).digest('hex');
const linkOf = (accountId: string) => `password-link:${accountId}`;
const stamps = (connection: Connection) => {
  const now = storedDate(connection, Date.now());
  return { createdAt: now, updatedAt: now };
};

/** Gives the id of the account of an e-mail address; null where there is none. */
export const accountOfEmail = async ({ kysely }: Connection, email: string): Promise<string | null> =>
  (await kysely.selectFrom('auth_user').select('id').where('email', '=', email.toLowerCase()).executeTakeFirst())?.id ??
  null;

/** Gives what is kept of people beside the ledger: the title and e-mail address of each account, by its id. */
export const readPeople = async ({ kysely }: Connection): Promise<Map<string, { title: string; email: string }>> => {
  const rows = await kysely.selectFrom('auth_user').select(['id', 'name', 'email']).execute();
  return new Map(rows.map(({ id, name, email }) => [id, { title: name, email }]));
};

/** Makes an account without a password, and records it in the installation's ledger. `title` is shown in place of a name. */
export const makeAccount = async (
  writer: Writer,
  {
    id = createId(),
    email,
    title,
    office,
    state = 'invited',
  }: Pick<Account, 'office'> & { id?: string; email: string; title: string; state?: Account['state'] },
): Promise<string> => {
  const emailVerified = writer.dialect === 'sqlite' ? 0 : false;
  await writer.kysely
    .insertInto('auth_user')
    .values({ id, name: title, email: email.toLowerCase(), emailVerified, image: null, ...stamps(writer) })
    .execute();
  await record(writer, { entity: 'account', row: { id, office, state }, expectedVersion: 0 });
  return id;
};

/** Ends every session of an account at once. */
export const endSessions = async ({ kysely }: Connection, accountId: string): Promise<void> => {
  await kysely.deleteFrom('auth_session').where('userId', '=', accountId).execute();
};

/** Sets whether an account may sign in; one that may not loses its sessions. */
export const setAccountState = async (writer: Writer, accountId: string, state: Account['state']): Promise<void> => {
  const account = await readAccount(writer, accountId);
  if (!account) throw new DomainError('notFound', 'There is no such account.');
  if (state !== 'active') await endSessions(writer, accountId);
  if (account.state === state) return;
  await record(writer, {
    entity: 'account',
    row: { id: accountId, office: account.office, state },
    expectedVersion: account.version,
  });
};

/** Opens a suspended account again as it stood before: an invitation that was never answered is still one. */
export const reopenAccount = async (writer: Writer, accountId: string): Promise<void> => {
  const account = await readAccount(writer, accountId);
  if (account?.state !== 'suspended') return;
  const entries = await writer.kysely
    .selectFrom('ledger_entry')
    .select('row_text')
    .where('chain', '=', installation)
    .where('entity', '=', 'account')
    .where('entity_id', '=', accountId)
    .orderBy('version', 'desc')
    .execute();
  const states = entries.map(({ row_text: text }) => (JSON.parse(text ?? '{}') as Partial<Account>).state);
  await setAccountState(
    writer,
    accountId,
    states.find((state) => state === 'active' || state === 'invited') ?? 'invited',
  );
};

/**
 * Makes the one-time link of an account, in place of any before it. Only its digest is kept.
 * @returns the path and fragment of the link; a fragment is never sent to a server nor logged
 */
export const issueLink = async ({ kysely, dialect }: Connection, accountId: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url');
  const connection = { kysely, dialect };
  await kysely.deleteFrom('auth_verification').where('identifier', '=', linkOf(accountId)).execute();
  await kysely
    .insertInto('auth_verification')
    .values({
      id: createId(),
      identifier: linkOf(accountId),
      value: digestOf(token),
      expiresAt: storedDate(connection, Date.now() + linkDays * day),
      ...stamps(connection),
    })
    .execute();
  return `/set-password#${token}`;
};

const spentLink = () =>
  new DomainError(
    'invalid',
    'This link has been used, has run out, or was replaced by a newer one. Ask your administrator for another.',
    'token',
  );

/**
 * Sets a password by a one-time link: ends the link and every session, and opens an account that was invited.
 * @throws DomainError where the link is spent, the account is suspended, or the password is refused
 */
export const redeemPasswordLink = async (db: Database, token: string, password: string): Promise<void> => {
  const link = await db.kysely
    .selectFrom('auth_verification')
    .select(['identifier', 'expiresAt'])
    .where('value', '=', digestOf(token))
    .executeTakeFirst();
  if (!link || new Date(link.expiresAt).getTime() <= Date.now()) throw spentLink();
  const accountId = link.identifier.slice(linkOf('').length);
  checkPassword(password);
  const hashed = await hashPassword(password);
  await write(db, { chain: installation, actor: `account:${accountId}`, reason: null }, async (writer) => {
    const { numDeletedRows } = await writer.kysely
      .deleteFrom('auth_verification')
      .where('value', '=', digestOf(token))
      .executeTakeFirst();
    if (Number(numDeletedRows) !== 1) throw spentLink();
    const account = await readAccount(writer, accountId);
    if (!account || account.state === 'suspended')
      throw new DomainError('forbidden', 'This account is suspended. Ask your administrator.');
    await setPassword(writer, accountId, hashed);
    await endSessions(writer, accountId);
    await setAccountState(writer, accountId, 'active');
  });
};

const setPassword = async (writer: Writer, accountId: string, hashed: string): Promise<void> => {
  await writer.kysely.deleteFrom('auth_account').where('userId', '=', accountId).execute();
  const none = {
    accessToken: null,
    refreshToken: null,
    idToken: null,
    accessTokenExpiresAt: null,
    refreshTokenExpiresAt: null,
    scope: null,
  };
  await writer.kysely
    .insertInto('auth_account')
    .values({
      id: createId(),
      accountId,
      providerId: 'credential',
      userId: accountId,
      password: hashed,
      ...none,
      ...stamps(writer),
    })
    .execute();
};
