/**
 * Makes a notice with its plan and history from a seed: a dated script of changes for a wholly fictional council. Used for the
 * Exampleshire notice that ships, for property tests and for benchmarks.
 */
import { addDays, addMonths } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import { compareText } from '../rules/grouped.ts';
import type { Member } from '../member.ts';
import { meetingRulesAtFirst, reportingAtFirst } from '../notice.ts';
import type { Change } from '../plan.ts';
import type { Role, Sector } from '../scales.ts';
import { putAction } from './actions.ts';
import { exampleRatio, putCasework } from './casework.ts';
import { themes } from './phrases.ts';
import { putJudgements } from './judgements.ts';
import { createRandom } from './random.ts';
import { putMeasure } from './measures.ts';
import { putBoards } from './meetings.ts';
import { putReviews } from './reviews.ts';
import { putOversight } from './oversight.ts';
import {
  chair,
  checkpointMonths,
  leadId,
  office,
  source,
  themeOf,
  type Draft,
  type Setting,
  type Step,
} from './setting.ts';
import { putStories } from './stories.ts';

/** What to generate. All has a default: together the Exampleshire notice. */
export type GeneratorOptions = {
  seed?: number;
  noticeId?: string;
  issuedOn?: IsoDate;
  /** The last day of the script. */
  day?: IsoDate;
  /** 1 to 9. */
  areas?: number;
  actions?: number;
  measures?: number;
  /** How many months of readings, back from the last one that is in by `day`. */
  months?: number;
  /** Adds the measures with known stories (stories.ts), as in the Exampleshire that ships. */
  stories?: boolean;
  /** Adds the team and two backlogs (casework.ts), as in the Exampleshire that ships. */
  casework?: boolean;
  /** Adds a review by DfE that was held and one that is planned (reviews.ts), as in the Exampleshire that ships. */
  reviews?: boolean;
  /** The accounts that members sign in with, by member id. */
  accounts?: Readonly<Record<string, string>>;
};

const people: readonly {
  id: string;
  title: string;
  organisation: string;
  sector?: Sector;
  roles: Role[];
}[] = [
  { id: office, title: 'Programme lead', organisation: 'Exampleshire County Council', roles: ['programmeOffice'] },
  { id: chair, title: 'Independent chair', organisation: 'Improvement board', roles: ['chair'] },
  {
    id: 'member-director',
    title: 'Director of children’s services',
    organisation: 'Exampleshire County Council',
    sector: 'care',
    roles: ['boardMember'],
  },
  {
    id: 'member-chief-nurse',
    title: 'Chief nurse',
    organisation: 'NHS Exampleshire Integrated Care Board',
    sector: 'health',
    roles: ['boardMember'],
  },
  {
    id: 'member-head-teacher',
    title: 'Head teachers’ representative',
    organisation: 'Exampleshire Schools Forum',
    sector: 'education',
    roles: ['boardMember'],
  },
  {
    id: 'member-parent-carer-forum',
    title: 'Parent carer forum co-chair',
    organisation: 'Exampleshire Parent Carer Forum',
    roles: ['parentCarerForum'],
  },
  { id: 'member-monitor', title: 'SEND adviser', organisation: 'Department for Education', roles: ['monitor'] },
  {
    id: 'member-administrator',
    title: 'Systems administrator',
    organisation: 'Exampleshire County Council',
    roles: ['administrator'],
  },
];

const putNotice = ({ noticeId, issuedOn, put }: Setting): void => {
  const common = { day: issuedOn, actor: '@demonstration', reason: 'The Improvement Notice was issued.' };
  put({
    ...common,
    entity: 'notice',
    row: {
      noticeId,
      id: noticeId,
      title: 'Exampleshire County Council, SEND Improvement Notice',
      authority: 'Exampleshire County Council',
      partners: 'NHS Exampleshire Integrated Care Board',
      subject: 'Services for children with special educational needs and disabilities',
      issuedBy: 'Minister for children and families',
      issuedOn,
      checkpointBase: issuedOn,
      checkpointMonths,
      nature: 'fictional',
      dateMoveLimitDays: 14,
      updateEveryDays: 35,
      ...reportingAtFirst(issuedOn),
      ...exampleRatio,
      ...meetingRulesAtFirst,
      // Its leads write when they have something to say, over most of a month.
      reportOpenDays: 15,
      ...source,
      withdrawnOn: null,
    },
  });
  const events = [
    { id: 'event-issued', kind: 'issued', title: 'Improvement Notice issued', on: issuedOn },
    { id: 'event-review-1', kind: 'review', title: 'First DfE review', on: addMonths(issuedOn, 7) },
    { id: 'event-review-2', kind: 'review', title: 'Second DfE review', on: addMonths(issuedOn, 13) },
  ] as const;
  for (const { id, kind, title, on } of events) {
    put({
      ...common,
      entity: 'noticeEvent',
      row: {
        noticeId,
        id,
        kind,
        title,
        note: null,
        earliest: on,
        latest: on,
        printed: null,
        ...source,
        withdrawnOn: null,
      },
    });
  }
};

const putMembers = ({ noticeId, issuedOn, put }: Setting, accounts: Readonly<Record<string, string>>): void => {
  const leads: typeof people = themes.map((theme) => ({
    id: leadId(theme),
    title: theme.lead,
    organisation: theme.organisation,
    roles: ['officer'] satisfies Role[],
  }));
  for (const { id, title, organisation, sector, roles } of [...people, ...leads]) {
    const row: Omit<Member, 'version'> = {
      noticeId,
      id,
      accountId: accounts[id] ?? null,
      title,
      organisation,
      sector: sector ?? null,
      roles: [...roles],
      startsOn: issuedOn,
      endsOn: null,
      suspendedOn: null,
      mailBouncedOn: null,
    };
    put({
      day: issuedOn,
      actor: '@demonstration',
      reason: 'The Improvement Notice was issued.',
      entity: 'member',
      row,
    });
  }
};

const putRequirements = ({ noticeId, issuedOn, agreedOn, day, put }: Setting): void => {
  const planDue = addDays(agreedOn, -10);
  const sixMonths = addMonths(issuedOn, 6);
  const teamMet = addDays(sixMonths, 40);
  const rows = [
    {
      code: '1',
      kind: 'clause',
      title: 'An improvement plan for all areas of weakness',
      text: 'The council must agree with its partners a plan that covers every area of weakness.',
      declared: null,
      standing: null,
    },
    {
      code: '2',
      kind: 'clause',
      title: 'An improvement board with an independent chair',
      text: 'The council must set up a board with an independent chair and leaders from education, health and care.',
      declared: null,
      standing: null,
    },
    {
      code: '3',
      kind: 'clause',
      title: 'Clear targets measured at 3, 6, 12 and 18 months',
      text: 'The plan must have clear targets that are measured at 3, 6, 12 and 18 months.',
      declared: 'partMet',
      standing: 'Targets are set. Some measures have gaps in their readings.',
    },
    {
      code: '4',
      kind: 'clause',
      title: 'A permanent and trained casework team within six months',
      text: 'The council must have a permanent and trained casework team of sufficient capacity within six months.',
      declared: 'atRisk',
      standing: 'Posts are still being filled.',
    },
    {
      code: '5',
      kind: 'commitment',
      title: 'Shorter waits for assessment within a year',
      text: 'The council said that families will see shorter waits for assessment within a year.',
      declared: 'onCourse',
      standing: 'Waits are falling in most districts.',
    },
  ] as const;
  const common = { day: agreedOn, actor: office, reason: 'The requirements of the notice were entered.' };
  for (const { code, kind, title, text, declared, standing } of rows) {
    put({
      ...common,
      entity: 'requirement',
      row: {
        noticeId,
        id: `req-${code}`,
        code,
        kind,
        title,
        text,
        consequence: null,
        ownerId: 'member-director',
        declared,
        standing,
        outcomeDisputed: null,
        governmentDecision: 'notKnown',
        governmentDecidedOn: null,
        governmentNote: null,
        measureIds: [],
        ...source,
        withdrawnOn: null,
      },
    });
  }
  const dates = [
    { id: 'req-1-due', requirementId: 'req-1', kind: 'due', on: planDue, known: agreedOn },
    { id: 'req-1-submitted', requirementId: 'req-1', kind: 'submitted', on: addDays(planDue, -3), known: agreedOn },
    { id: 'req-1-met', requirementId: 'req-1', kind: 'met', on: agreedOn, known: agreedOn },
    { id: 'req-2-met', requirementId: 'req-2', kind: 'met', on: addDays(issuedOn, 21), known: agreedOn },
    { id: 'req-4-due', requirementId: 'req-4', kind: 'due', on: sixMonths, known: agreedOn },
    { id: 'req-4-met', requirementId: 'req-4', kind: 'met', on: teamMet, known: teamMet },
    { id: 'req-5-due', requirementId: 'req-5', kind: 'due', on: addMonths(issuedOn, 12), known: agreedOn },
  ] as const;
  for (const { id, requirementId, kind, on, known } of dates) {
    if (known > day) continue;
    put({
      day: known,
      actor: office,
      reason: known === agreedOn ? common.reason : 'The date was confirmed.',
      entity: 'requirementDate',
      row: {
        noticeId,
        id,
        requirementId,
        kind,
        earliest: on,
        latest: on,
        printed: null,
        note: null,
        ...source,
        withdrawnOn: null,
      },
    });
  }
};

const putArea = ({ noticeId, agreedOn, put }: Setting, number: number): void => {
  const theme = themeOf(number);
  put({
    day: agreedOn,
    actor: office,
    reason: 'The areas of weakness were entered.',
    entity: 'area',
    row: {
      noticeId,
      id: `area-${number}`,
      number,
      title: theme.title,
      statement: theme.statement,
      sponsorId: number % 3 === 0 ? 'member-chief-nurse' : 'member-director',
      releasedOn: null,
      releasedBy: null,
      releaseReason: null,
      ...source,
      withdrawnOn: null,
    },
  });
};

/** Puts the drafts in the order of their days and gives each the version that it follows. */
const script = (drafts: readonly Draft[]): Step[] => {
  const versions = new Map<string, number>();
  const steps: Step[] = [];
  for (const { day, actor, reason, ...draft } of drafts.toSorted(
    (a, b) => compareText(a.day, b.day) || compareText(a.actor, b.actor),
  )) {
    const expectedVersion = versions.get(draft.row.id) ?? 0;
    versions.set(draft.row.id, expectedVersion + 1);
    const last = steps.at(-1);
    const change: Change = { ...draft, expectedVersion };
    if (last?.day === day && last.actor === actor && last.reason === reason) last.changes.push(change);
    else steps.push({ day, actor, reason, changes: [change] });
  }
  return steps;
};

/**
 * Generates a notice and its history up to a day, the same for the same options. The steps are in the order to record them,
 * each by one actor on one day, and the expected version of each change fits that order.
 */
export const generatePlan = ({
  seed = 1,
  noticeId = 'exampleshire',
  issuedOn = '2022-09-27',
  day = '2023-09-25',
  areas = 9,
  actions = 90,
  measures = 40,
  months = 36,
  stories = false,
  casework = false,
  reviews = false,
  accounts = {},
}: GeneratorOptions = {}): Step[] => {
  const drafts: Draft[] = [];
  const setting: Setting = {
    noticeId,
    issuedOn,
    agreedOn: addDays(issuedOn, 42),
    day,
    random: createRandom(seed),
    put: (draft) => {
      if (draft.day <= day) drafts.push(draft);
    },
  };
  putNotice(setting);
  putMembers(setting, accounts);
  if (setting.agreedOn > day) return script(drafts);
  putRequirements(setting);
  putBoards(setting);
  for (let area = 1; area <= areas; area += 1) putArea(setting, area);
  for (let number = 0; number < measures; number += 1) {
    putMeasure(setting, (number % areas) + 1, Math.floor(number / areas), number, months);
  }
  if (stories) putStories(setting);
  if (reviews) putReviews(setting, areas);
  if (casework) putCasework(setting, { seed, areas, months });
  for (let number = 0; number < actions; number += 1)
    putAction(setting, (number % areas) + 1, Math.floor(number / areas), number);
  putJudgements(setting, areas);
  putOversight(setting, areas);
  return script(drafts);
};
