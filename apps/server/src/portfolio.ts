/** Every notice that an account may read, each in a line as at a day. */
import { readMembersOf } from '@noticeboard/db/account';
import { createBounded } from '@noticeboard/db/bounded';
import { readLastSeqs } from '@noticeboard/db/chain-head';
import type { Database } from '@noticeboard/db/database';
import type { IsoDate } from '@noticeboard/domain/fields';
import { mayAnywhere } from '@noticeboard/domain/permissions';
import { isInForce } from '@noticeboard/domain/rules/in-force';
import {
  notYetInWords,
  portfolioLineOf,
  type PortfolioLine,
  type PortfolioView,
} from '@noticeboard/domain/views/portfolio';
import type { Installation } from './context.ts';
import { standingOn } from './entering.ts';
import { DomainError } from '@noticeboard/domain/domain-error';
import type { SignedIn } from './who.ts';

/** More notices than one Department follows at once. */
const mostNotices = 1000;
/** Lines kept in memory: those of every notice for some days. */
const mostLines = 4000;

/** A line, or why there is none on that day. */
type Kept = { line: PortfolioLine } | { leftOut: string };

// By database, because the same notice may have the same position in another one.
const lines = new WeakMap<Database, ReturnType<typeof createBounded<Kept>>>();

const keptFor = (db: Database) => {
  const kept = lines.get(db) ?? createBounded<Kept>(mostLines);
  lines.set(db, kept);
  return kept;
};

/** Gives the notices whose plan an account may read today, by its roles there: never those of the day that is looked at. */
const readable = async ({ db, clock }: Pick<Installation, 'db' | 'clock'>, account: SignedIn): Promise<string[]> => {
  const today = clock.today();
  const members = await readMembersOf(db, account.id);
  const ids = members
    .filter((member) => isInForce(member, today))
    .filter(({ id, organisation, roles }) => mayAnywhere({ memberId: id, organisation, roles }, 'plan.read'))
    .map(({ noticeId }) => noticeId);
  return [...new Set(ids)].toSorted().slice(0, mostNotices);
};

const computed = async (installation: Installation, noticeId: string, day: IsoDate): Promise<Kept | null> => {
  const current = await installation.keeper.current(noticeId);
  if (!current) return null;
  const { notice } = current;
  if (notice.issuedOn > day) return { leftOut: notYetInWords(notice, day) };
  try {
    return { line: portfolioLineOf(await standingOn(installation, current, day), day) };
  } catch (error) {
    // Issued, but only recorded here later.
    if (error instanceof DomainError && error.code === 'notFound') return { leftOut: notYetInWords(notice, day) };
    throw error;
  }
};

/** Lets other requests have their turn: the lines of many notices take a while where none is kept. */
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/**
 * Gives the portfolio of an account as at a day. Two queries for all of it; a notice is read, one plan each, only where its
 * ledger grew since its line was kept.
 * @throws DomainError `invalid` for a day that has not come
 */
export const portfolioOf = async (
  installation: Installation,
  account: SignedIn,
  asAt: IsoDate | undefined,
): Promise<PortfolioView> => {
  const { db, clock } = installation;
  const today = asAt ?? clock.today();
  if (today > clock.today())
    throw new DomainError('invalid', 'That day has not come yet. Choose today or an earlier day.', 'asAt');
  const ids = await readable(installation, account);
  const seqs = ids.length === 0 ? new Map<string, number>() : await readLastSeqs(db, ids);
  const kept = keptFor(db);
  const rows: PortfolioLine[] = [];
  const leftOut: string[] = [];
  for (const id of ids) {
    const key = JSON.stringify([id, seqs.get(id) ?? 0, today]);
    let found = kept.get(key) ?? null;
    if (!found) {
      found = await computed(installation, id, today);
      if (!found) continue;
      kept.set(key, found);
      await turn();
    }
    if ('line' in found) rows.push(found.line);
    else leftOut.push(found.leftOut);
  }
  return { today, rows: rows.toSorted((a, b) => a.authority.localeCompare(b.authority, 'en')), leftOut };
};
