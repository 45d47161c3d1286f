/** The boards of the generated notice: every second month, each with who came, and the next one. */
import { addDays, addMonths } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Meeting } from '../meeting.ts';
import { meetingRulesAtFirst } from '../notice.ts';
import { papersDueFor } from '../rules/papers.ts';
import { keysOf, meetingKinds, packSections } from '../scales.ts';
import { onOrBefore } from '../working-days.ts';
import { chair, office, source, type Setting } from './setting.ts';

/** Who sits on the board. */
const board = [
  chair,
  'member-director',
  'member-chief-nurse',
  'member-head-teacher',
  'member-parent-carer-forum',
] as const;

/** How many months lie between two boards. */
const monthsBetween = 2;

const boardOn = ({ noticeId }: Setting, on: IsoDate): Omit<Meeting, 'version'> => ({
  noticeId,
  id: `meeting-board-${on}`,
  kind: 'board',
  title: meetingKinds.board.label,
  on,
  startsAt: '10:00',
  place: null,
  papersDueOn: papersDueFor(meetingRulesAtFirst, 'board', on),
  state: 'planned',
  closedOn: null,
  closedById: null,
  sections: keysOf(packSections),
  keyPoints: [],
  minutes: null,
  ...source,
});

/** Plans a board, and closes it once it was held. */
const putBoard = (setting: Setting, on: IsoDate, plannedOn: IsoDate): void => {
  const { noticeId, day, put } = setting;
  const row = boardOn(setting, on);
  const planned = { day: plannedOn, actor: office, reason: 'The meeting was planned.' };
  put({ ...planned, entity: 'meeting', row });
  const held = on <= day;
  for (const memberId of board) {
    put({
      ...(held ? { ...planned, day: on, reason: 'Who came was recorded.' } : planned),
      entity: 'attendance',
      row: {
        noticeId,
        id: `attendance-${row.id}.${memberId}`,
        meetingId: row.id,
        memberId,
        state: held ? 'present' : 'invited',
      },
    });
  }
  if (!held) return;
  put({
    day: on,
    actor: office,
    reason: 'The meeting was closed.',
    entity: 'meeting',
    row: { ...row, state: 'closed', closedOn: on, closedById: chair },
  });
};

/** Puts the boards from the agreement of the plan on, with the first after the last day of the script. */
export const putBoards = (setting: Setting): void => {
  const { agreedOn, day } = setting;
  const on = (count: number): IsoDate => onOrBefore(addDays(addMonths(agreedOn, count * monthsBetween), 14));
  let plannedOn = agreedOn;
  for (let count = 0; plannedOn <= day; count += 1) {
    putBoard(setting, on(count), plannedOn);
    plannedOn = on(count);
  }
};
