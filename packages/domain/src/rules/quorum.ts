/** Whether enough of a board is there to decide (issue 5, "Meetings"): a number of members, and each sector that the notice asks for. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { type MeetingKind, type Role, type Sector, sectors } from '../scales.ts';
import { listInWords, plural } from '../words.ts';
import { isInForce } from './in-force.ts';

/** The meetings of the board itself. A DfE review and scrutiny are others' meetings: the board decides nothing there. */
const boards: readonly MeetingKind[] = ['board', 'stocktake', 'deepDive'];

/** Who sits on the board: whose presence counts. */
const seats: readonly Role[] = ['chair', 'boardMember', 'parentCarerForum'];

export type Quorum = {
  /** False where the meeting is not the board's, so that nothing is asked. */
  applies: boolean;
  /** Whether the meeting may decide and assure. */
  met: boolean;
  /** How many members of the board are present, and how many are needed at least. */
  present: number;
  needed: number;
  /** The sectors that are asked for and that nobody present speaks for. */
  missing: Sector[];
  /** "No quorum: 2 members are present of at least 3, and nobody speaks for health." */
  sentence: string;
};

/** Says whether a meeting is one of the board's, which needs a quorum to decide. */
const needsQuorum = (kind: MeetingKind): boolean => boards.includes(kind);

/** Says whether a member had a role on the day of a meeting: what ended or was suspended later takes nothing from it. */
const hadRole = ({ startsOn, endsOn, suspendedOn }: Plan['members'][number], on: IsoDate): boolean =>
  isInForce({ startsOn, endsOn, suspendedOn: suspendedOn !== null && suspendedOn > on ? null : suspendedOn }, on);

/** Says whether a member sits on the board. */
export const sitsOnBoard = ({ roles }: Pick<Plan['members'][number], 'roles'>): boolean =>
  roles.some((role) => seats.includes(role));

const inWords = (some: readonly Sector[], joining: 'and' | 'or'): string => {
  const names = some.map((sector) => sectors[sector].label.toLowerCase());
  return joining === 'and'
    ? listInWords(names)
    : names.length < 2
      ? names.join('')
      : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
};

const sentenceOf = (
  { met, present, needed, missing }: Omit<Quorum, 'sentence' | 'applies'>,
  asked: Sector[],
): string => {
  const there = `${plural(present, 'member')} ${present === 1 ? 'is' : 'are'} present`;
  if (met) return `Quorum: ${there} of at least ${needed}${asked.length > 0 ? `, with ${inWords(asked, 'and')}` : ''}.`;
  const few = present < needed ? `${there} of at least ${needed}` : there;
  return `No quorum: ${few}${missing.length > 0 ? `, and nobody speaks for ${inWords(missing, 'or')}` : ''}.`;
};

/**
 * Gives whether enough of the board is present at a meeting by what its attendance says, with a sentence that says what lacks.
 * Without quorum a meeting may note and challenge, but neither decides nor assures.
 */
export const quorumOf = (plan: Plan, meetingId: string): Quorum => {
  const meeting = plan.meetings.find(({ id }) => id === meetingId);
  if (!meeting || !needsQuorum(meeting.kind)) {
    return {
      applies: false,
      met: true,
      present: 0,
      needed: 0,
      missing: [],
      sentence: 'No quorum is asked for: this is not a meeting of the board, so the board decides nothing at it.',
    };
  }
  const { quorumPresent: needed, quorumSectors } = plan.notice;
  const there = new Set(
    plan.attendances.filter((row) => row.meetingId === meetingId && row.state === 'present').map((row) => row.memberId),
  );
  const present = plan.members.filter(
    (member) => there.has(member.id) && sitsOnBoard(member) && hadRole(member, meeting.on),
  );
  const missing = quorumSectors.filter((sector) => !present.some((member) => member.sector === sector));
  const found = { met: present.length >= needed && missing.length === 0, present: present.length, needed, missing };
  return { applies: true, ...found, sentence: sentenceOf(found, quorumSectors) };
};
