/**
 * Who may do what, over which rows: role x permission x scope. The one table that the server checks, the web reads to hide
 * what can't be done, and a test walks against every procedure.
 */
import type { Role } from './scales.ts';

/** Which rows a permission covers: those the person leads or deputises for, those of their organisation, or all of the notice. */
export type Scope = 'own' | 'organisation' | 'notice';

export const permissions = {
  'frame.read': {
    officer: 'notice',
    programmeOffice: 'notice',
    boardMember: 'notice',
    chair: 'notice',
    parentCarerForum: 'notice',
    monitor: 'notice',
    administrator: 'notice',
  },
  'plan.read': {
    officer: 'notice',
    programmeOffice: 'notice',
    boardMember: 'notice',
    chair: 'notice',
    parentCarerForum: 'notice',
    monitor: 'notice',
  },
  'plan.edit': { programmeOffice: 'notice' },
  // What limits the programme office itself is never its own to set.
  'settings.edit': { chair: 'notice', administrator: 'notice' },
  'update.write': { officer: 'own', programmeOffice: 'notice' },
  'stage.set': { officer: 'own', programmeOffice: 'notice' },
  'stage.reopen': { programmeOffice: 'notice' },
  'forecast.set': { officer: 'own', programmeOffice: 'notice' },
  'milestone.tick': { officer: 'own', programmeOffice: 'notice' },
  'reading.write': { officer: 'own', programmeOffice: 'notice' },
  'date.ask': { officer: 'own', programmeOffice: 'notice' },
  'date.decide': { chair: 'notice', programmeOffice: 'notice' },
  // The rhythm and the rules of reporting.
  'reporting.edit': { programmeOffice: 'notice' },
  'update.review': { programmeOffice: 'notice' },
  // What is kept of a person's own words before they are submitted.
  'draft.keep': { officer: 'own', programmeOffice: 'own' },
  'stage.evidence': { programmeOffice: 'notice' },
  'stage.assure': { chair: 'notice' },
  'evidence.add': { officer: 'own', programmeOffice: 'notice' },
  'waiver.record': { programmeOffice: 'notice' },
  'commentary.write': { officer: 'own', programmeOffice: 'notice' },
  'cover.set': { officer: 'own', programmeOffice: 'notice' },
  'handover.offer': { officer: 'own', programmeOffice: 'notice' },
  // Nobody is given work that they did not take.
  'handover.decide': { officer: 'own', programmeOffice: 'own' },
  'challenge.ask': { chair: 'notice', boardMember: 'notice', parentCarerForum: 'notice' },
  'challenge.answer': { officer: 'own', programmeOffice: 'notice' },
  // What a scrutiny committee asks, which has no account here.
  'challenge.record': { programmeOffice: 'notice' },
  // The programme office's own are those that it recorded for a scrutiny committee.
  'challenge.close': { chair: 'notice', boardMember: 'own', parentCarerForum: 'own', programmeOffice: 'own' },
  // Each role in its own voice alone; an officer in the owner's, of what is theirs.
  'judgement.give': {
    officer: 'own',
    programmeOffice: 'notice',
    chair: 'notice',
    parentCarerForum: 'notice',
    monitor: 'notice',
  },
  // What a meeting does: the office takes the minutes, and only the chair decides.
  'meeting.minute': { chair: 'notice', programmeOffice: 'notice' },
  'meeting.decide': { chair: 'notice' },
  'meeting.undo': { chair: 'notice', programmeOffice: 'own', boardMember: 'own', parentCarerForum: 'own' },
  'followUp.mark': {
    officer: 'own',
    programmeOffice: 'notice',
    boardMember: 'own',
    chair: 'notice',
    parentCarerForum: 'own',
  },
  // What DfE publishes after a review is its own; the answer is the council's, by its office or its own people on the board.
  'review.submit': { programmeOffice: 'notice' },
  'review.publish': { monitor: 'notice' },
  'review.answer': { programmeOffice: 'notice', boardMember: 'organisation' },
  // An officer raises and keeps the risks that they own.
  'risk.edit': { officer: 'own', programmeOffice: 'notice' },
  'focus.set': { chair: 'notice', programmeOffice: 'notice' },
  'pack.freeze': { programmeOffice: 'notice' },
  // A board plans, and keeps, its meetings; who sits there says whether they come, and what they want to talk about.
  'meeting.plan': { programmeOffice: 'notice', chair: 'notice' },
  'meeting.attend': { programmeOffice: 'notice', chair: 'notice', boardMember: 'own', parentCarerForum: 'own' },
  // A link of one's own to a calendar.
  'meeting.follow': {
    officer: 'notice',
    programmeOffice: 'notice',
    boardMember: 'notice',
    chair: 'notice',
    parentCarerForum: 'notice',
    monitor: 'notice',
  },
  'agenda.edit': { programmeOffice: 'notice', chair: 'notice' },
  'agenda.propose': { programmeOffice: 'notice', chair: 'notice', boardMember: 'notice', parentCarerForum: 'notice' },
  'agenda.item': { programmeOffice: 'notice', chair: 'notice', boardMember: 'own', parentCarerForum: 'own' },
  'areaReport.write': { programmeOffice: 'notice', officer: 'own' },
  'nudge.send': { programmeOffice: 'notice' },
  'contact.edit': { programmeOffice: 'notice', administrator: 'notice' },
  'member.read': { programmeOffice: 'notice', administrator: 'notice' },
  'member.manage': { administrator: 'notice' },
} as const satisfies Record<string, Partial<Record<Role, Scope>>>;

export type Permission = keyof typeof permissions;

/** The person who asks, on one notice: their member row and the roles in force today. */
export type Who = { memberId: string; organisation: string; roles: readonly Role[] };

/** Whose a row is: its lead and deputy (member ids) and its organisation; `null` for rows that are nobody's own. */
export type Subject = { memberIds: readonly (string | null)[]; organisation: string | null };

/** A subject that is nobody's own: only a scope of the whole notice reaches it. */
export const nobodys: Subject = { memberIds: [], organisation: null };

const reaches = (scope: Scope, who: Who, subject: Subject): boolean => {
  if (scope === 'notice') return true;
  if (scope === 'organisation') return subject.organisation !== null && subject.organisation === who.organisation;
  return subject.memberIds.includes(who.memberId);
};

/** Says whether a person may do a thing to a row: true where any of their roles has the permission over a scope that reaches the row. */
export const may = (who: Who, permission: Permission, subject: Subject): boolean => {
  const table: Partial<Record<Role, Scope>> = permissions[permission];
  return who.roles.some((role) => {
    const scope = table[role];
    return scope !== undefined && reaches(scope, who, subject);
  });
};

/** Says whether a person may do a thing to some row, whichever it is: what decides if a page or a menu entry is shown at all. */
export const mayAnywhere = (who: Who, permission: Permission): boolean => {
  const table: Partial<Record<Role, Scope>> = permissions[permission];
  return who.roles.some((role) => table[role] !== undefined);
};
