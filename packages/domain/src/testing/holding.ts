/** A meeting of the board that is being held, with quorum, for the tests of what it does. */
import type { Plan } from '../plan.ts';
import { aDateChange, aMeeting, aMember, anAgendaItem, anAttendance, aStageChange } from './rows.ts';
import { noticeId, smallPlan, today } from './small-plan.ts';

const here = { noticeId };
const item = (id: string, over: Parameters<typeof anAgendaItem>[0] = {}) => anAgendaItem({ ...here, id, ...over });

/**
 * Gives the small plan on the day of its board: action 1.01 has asked for another date (`item-date`), action 1.02 is evidenced
 * (`item-assure`), measure 1.1 is an exception (`item-measure`), and families speak (`item-plain`).
 */
export const heldPlan = (over: Partial<Plan> = {}): Plan => {
  const small = smallPlan();
  return {
    ...small,
    notice: { ...small.notice, quorumPresent: 2, quorumSectors: [] },
    members: [
      ...small.members,
      aMember({ ...here, id: 'member-board', title: 'Board member', roles: ['boardMember'] }),
    ],
    actions: small.actions.map((action) => (action.code === '1.02' ? { ...action, stage: 'evidenced' } : action)),
    stageChanges: [
      aStageChange({
        ...here,
        id: 'step-1',
        actionId: 'action-1.02',
        from: 'delivered',
        to: 'evidenced',
        on: '2023-09-01',
      }),
    ],
    dateChanges: [
      aDateChange({
        ...here,
        actionId: 'action-1.01',
        from: '2023-10-31',
        to: '2023-11-30',
        askedOn: '2023-09-20',
        state: 'asked',
        decidedById: null,
        decidedOn: null,
        decidedAs: null,
        decidedDate: null,
      }),
    ],
    meetings: [
      aMeeting({ ...here, on: today, state: 'open' }),
      aMeeting({ ...here, id: 'meeting-2', on: '2023-10-25', papersDueOn: '2023-10-18' }),
    ],
    attendances: ['member-chair', 'member-board'].map((memberId) =>
      anAttendance({ ...here, id: `there-${memberId}`, memberId, state: 'present' }),
    ),
    agendaItems: [
      item('item-date', { kind: 'dateChange', ask: 'decide', title: '1.01, to 30 November', dateChangeId: 'move-1' }),
      item('item-assure', { position: 2, kind: 'assurance', ask: 'assure', title: '1.02', actionId: 'action-1.02' }),
      item('item-measure', { position: 3, kind: 'exception', title: '1.1', measureId: 'measure-1.1' }),
      item('item-plain', { position: 4 }),
    ],
    ...over,
  };
};
