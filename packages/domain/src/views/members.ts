import type { Account } from '../account.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Role, Sector, Status } from '../scales.ts';
import { formatDate } from '../words.ts';

export type MemberState = 'inForce' | 'notYet' | 'ended' | 'suspended';

/** One person of a notice, with whether their roles are in force and why not. */
export type MemberRow = {
  id: string;
  version: number;
  title: string;
  organisation: string;
  /** The sector that they speak for on the board; null where they speak for none. */
  sector: Sector | null;
  roles: Role[];
  startsOn: IsoDate;
  endsOn: IsoDate | null;
  /** Whether the person can sign in: `none` without an account, `invited` until they have set a password. */
  account: Account['state'] | 'none';
  state: Status<MemberState>;
};

const stateOf = ({ startsOn, endsOn, suspendedOn }: Plan['members'][number], today: IsoDate): Status<MemberState> => {
  if (suspendedOn !== null)
    return { key: 'suspended', label: 'Suspended', tone: 'red', reason: `Suspended on ${formatDate(suspendedOn)}.` };
  if (startsOn > today)
    return { key: 'notYet', label: 'Not yet', tone: 'pending', reason: `The roles start on ${formatDate(startsOn)}.` };
  if (endsOn !== null && endsOn < today)
    return { key: 'ended', label: 'Ended', tone: 'none', reason: `The roles ended on ${formatDate(endsOn)}.` };
  const until = endsOn === null ? '' : ` until ${formatDate(endsOn)}`;
  return {
    key: 'inForce',
    label: 'In force',
    tone: 'neutral',
    reason: `The roles are in force since ${formatDate(startsOn)}${until}.`,
  };
};

/**
 * Gives everybody of a notice, by organisation and title.
 * @param accounts the states of accounts by id, which are kept outside the plan
 */
export const membersOf = (plan: Plan, today: IsoDate, accounts: ReadonlyMap<string, Account['state']>): MemberRow[] =>
  plan.members
    .map((row): MemberRow => ({
      id: row.id,
      version: row.version,
      title: row.title,
      organisation: row.organisation,
      sector: row.sector,
      roles: row.roles,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      account: row.accountId === null ? 'none' : (accounts.get(row.accountId) ?? 'none'),
      state: stateOf(row, today),
    }))
    .toSorted((a, b) => a.organisation.localeCompare(b.organisation, 'en') || a.title.localeCompare(b.title, 'en'));
