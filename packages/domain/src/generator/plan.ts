/**
 * Makes a notice with its plan and history from a seed: a dated script of changes for a wholly fictional council. Used for the
 * Exampleshire notice that ships, for property tests and for benchmarks.
 */
import type { Action, Milestone } from '../action.ts';
import { addDays, addMonths, daysBetween } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import { compareText } from '../rules/grouped.ts';
import type { Member } from '../member.ts';
import { reportingAtFirst } from '../notice.ts';
import type { Change } from '../plan.ts';
import type { Rating, Role, Stage } from '../scales.ts';
import { impactKinds } from '../scales.ts';
import { exampleRatio, putCasework } from './casework.ts';
import { beginnings, evidenceWords, themes, updateWords } from './phrases.ts';
import type { Random } from './random.ts';
import { createRandom } from './random.ts';
import { putMeasure } from './measures.ts';
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
  /** The accounts that members sign in with, by member id. */
  accounts?: Readonly<Record<string, string>>;
};

const unreviewed = { state: 'submitted', reviewedById: null, reviewedOn: null, reviewNote: null } as const;

const people: readonly { id: string; title: string; organisation: string; roles: Role[] }[] = [
  { id: office, title: 'Programme lead', organisation: 'Exampleshire County Council', roles: ['programmeOffice'] },
  { id: chair, title: 'Independent chair', organisation: 'Improvement board', roles: ['chair'] },
  {
    id: 'member-director',
    title: 'Director of children’s services',
    organisation: 'Exampleshire County Council',
    roles: ['boardMember'],
  },
  {
    id: 'member-chief-nurse',
    title: 'Chief nurse',
    organisation: 'NHS Exampleshire Integrated Care Board',
    roles: ['boardMember'],
  },
  {
    id: 'member-head-teacher',
    title: 'Head teachers’ representative',
    organisation: 'Exampleshire Schools Forum',
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
  const leads = themes.map((theme) => ({
    id: leadId(theme),
    title: theme.lead,
    organisation: theme.organisation,
    roles: ['officer'] satisfies Role[],
  }));
  for (const { id, title, organisation, roles } of [...people, ...leads]) {
    const row: Omit<Member, 'version'> = {
      noticeId,
      id,
      accountId: accounts[id] ?? null,
      title,
      organisation,
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
      ...source,
      withdrawnOn: null,
    },
  });
};

type Course = 'steady' | 'early' | 'late' | 'stuck' | 'silent' | 'slipping' | 'withdrawn';
const courses: readonly [Course, ...Course[]] = [
  'steady',
  'steady',
  'early',
  'late',
  'steady',
  'slipping',
  'early',
  'silent',
  'steady',
  'stuck',
  'steady',
  'early',
  'late',
  'steady',
  'slipping',
];

/** Days from the due date to the day on which the lead says it is delivered. */
const deliveredAfter: Record<Course, number> = {
  steady: -3,
  early: -30,
  late: 40,
  stuck: 400,
  silent: 400,
  slipping: 75,
  withdrawn: 400,
};

const ratingOf = (course: Course, daysLeft: number, random: Random): Rating => {
  if (course === 'stuck' && daysLeft < 0) return random.chance(0.4) ? 'green' : 'red';
  if (course === 'stuck' || course === 'slipping') return daysLeft < 45 ? 'red' : 'amber';
  if (course === 'late') return daysLeft < 60 ? 'amber' : 'green';
  return random.chance(0.15) ? 'amber' : 'green';
};

const putAction = (setting: Setting, area: number, index: number, number: number): void => {
  const { noticeId, issuedOn, agreedOn, day, random, put } = setting;
  const theme = themeOf(area);
  const lead = leadId(theme);
  const id = `action-${area}.${String(index + 1).padStart(2, '0')}`;
  const thing = theme.things[index % theme.things.length] ?? theme.things[0];
  const round = Math.floor(index / theme.things.length);
  const beginning = beginnings[(index + round) % beginnings.length] ?? beginnings[0];
  const course: Course = number % 45 === 44 ? 'withdrawn' : random.pick(courses);
  const originalDue = addDays(issuedOn, 100 + random.int(0, 440));
  const unowned = number % 30 === 29;

  let action: Omit<Action, 'version'> = {
    noticeId,
    id,
    code: id.slice('action-'.length),
    title: `${beginning} ${thing}`,
    areaIds: [`area-${area}`],
    requirementIds: area === 6 ? ['req-4'] : [],
    leadId: unowned ? null : lead,
    deputyId: null,
    accountableId: 'member-director',
    organisation: theme.organisation,
    originalDue,
    currentDue: originalDue,
    forecast: null,
    stage: 'notStarted',
    holdPeriods: 3,
    successCriteria: 'Families in every district say that it made a difference, and the figures agree.',
    measureIds: [],
    dependsOnIds: index > 0 && random.chance(0.15) ? [`action-${area}.${String(index).padStart(2, '0')}`] : [],
    ...source,
  };
  const putStage = (on: IsoDate, actor: string, to: Stage, reason: string): void => {
    const from = on === agreedOn ? null : action.stage;
    action = { ...action, stage: to };
    put({ day: on, actor, reason, entity: 'action', row: action });
    put({
      day: on,
      actor,
      reason,
      entity: 'stageChange',
      row: { noticeId, id: `${id}-${to.toLowerCase()}`, actionId: id, from, to, on, reason },
    });
  };
  putStage(agreedOn, office, 'notStarted', 'The plan was agreed.');
  putMilestones(setting, action, addDays(originalDue, deliveredAfter[course]));

  let moves = 0;
  const quietFrom = course === 'silent' ? addDays(agreedOn, random.int(60, 240)) : null;
  let on = addDays(agreedOn, random.int(14, 34));
  while (on <= day) {
    if (course === 'withdrawn' && on > addDays(agreedOn, 150)) {
      putStage(on, office, 'withdrawn', 'The board withdrew it: the work is done under another action.');
      return;
    }
    const deliveredOn = addDays(originalDue, deliveredAfter[course]);
    if (on >= deliveredOn) break;
    if (quietFrom !== null && on > quietFrom) return;
    const daysLeft = daysBetween(on, action.currentDue);

    if (course === 'slipping' && daysLeft < 40 && moves < 3) {
      moves += 1;
      on = putMove(setting, action, moves, on, (moved) => {
        action = moved;
      });
      if (on > day) return;
      on = addDays(on, random.int(5, 12));
      continue;
    }
    const rating = ratingOf(course, daysLeft, random);
    const forecast = course === 'late' && daysLeft < 75 ? addDays(originalDue, deliveredAfter.late) : null;
    const reason = 'The lead gave an update.';
    if (forecast !== action.forecast) {
      action = { ...action, forecast };
      put({ day: on, actor: lead, reason, entity: 'action', row: action });
    }
    put({
      day: on,
      actor: lead,
      reason,
      entity: 'update',
      row: {
        noticeId,
        id: `${id}-update-${on}`,
        actionId: id,
        measureId: null,
        requirementId: null,
        on,
        byId: lead,
        kind: 'change',
        rating,
        confidence: rating === 'green' ? 'high' : rating === 'amber' ? 'medium' : 'low',
        words: random.pick(updateWords[rating]),
        recovery: rating === 'red' ? random.pick(updateWords.recovery) : null,
        forecast,
        ...unreviewed,
        mark: 'illustrative',
      },
    });
    if (action.stage === 'notStarted' && random.chance(0.7)) putStage(on, lead, 'inProgress', 'Work has started.');
    on = addDays(on, random.int(26, 33));
  }
  if (on > day) return;
  const steps: [number, string, Stage, string][] = [
    [0, lead, 'delivered', 'The lead says that it is delivered.'],
    [random.int(25, 70), office, 'evidenced', 'Data, voice and practice were seen.'],
    [90, office, 'embedded', 'It held for three months.'],
    [45, chair, 'assured', 'The board gave assurance.'],
  ];
  for (const [after, actor, stage, reason] of steps) {
    on = addDays(on, after);
    if (on > day) return;
    if (stage === 'evidenced') putEvidence(setting, action, on, number);
    putStage(on, actor, stage, reason);
  }
};

/** Puts evidence of impact of each kind of an action; for every fifth the voice of families is waived. */
const putEvidence = (
  { noticeId, put }: Setting,
  { id: actionId, leadId: lead }: Pick<Action, 'id' | 'leadId'>,
  on: IsoDate,
  number: number,
): void => {
  for (const kind of impactKinds) {
    if (kind === 'voice' && number % 5 === 4) {
      const reason = 'Families never meet this step.';
      const row = { noticeId, id: `${actionId}-waiver`, actionId, kind, reason, byId: office, on };
      put({
        day: on,
        actor: office,
        reason,
        entity: 'waiver',
        row: { ...row, mark: 'illustrative', withdrawnOn: null },
      });
      continue;
    }
    put({
      day: on,
      actor: lead ?? office,
      reason: 'The lead added evidence.',
      entity: 'evidence',
      row: {
        noticeId,
        id: `${actionId}-${kind}`,
        kind,
        ...evidenceWords[kind],
        periodStart: addDays(on, -90),
        periodEnd: addDays(on, -1),
        fileHash: null,
        fileName: null,
        mediaType: null,
        bytes: null,
        url: `https://example.org/evidence/${actionId}/${kind}`,
        replacesId: null,
        addedById: lead,
        addedOn: on,
        actionIds: [actionId],
        measureIds: [],
        requirementIds: [],
        areaIds: [],
        mark: 'illustrative',
        withdrawnOn: null,
      },
    });
  }
};

/** Asks to move the due date of an action and decides it a week later; gives the day of the decision. */
const putMove = (
  { noticeId, day, random, put }: Setting,
  action: Omit<Action, 'version'>,
  move: number,
  askedOn: IsoDate,
  moved: (action: Omit<Action, 'version'>) => void,
): IsoDate => {
  const lead = action.leadId ?? office;
  const to = addDays(action.currentDue, random.int(3, 6) * 7);
  const decidedOn = addDays(askedOn, 7);
  const row = {
    noticeId,
    id: `${action.id}-move-${move}`,
    actionId: action.id,
    from: action.currentDue,
    to,
    reason: random.pick(updateWords.moveReasons),
    effect: null,
    askedById: lead,
    askedOn,
    mark: 'illustrative' as const,
  };
  put({
    day: askedOn,
    actor: lead,
    reason: 'The lead asked to move the date.',
    entity: 'dateChange',
    row: {
      ...row,
      state: 'asked',
      decidedById: null,
      decidedOn: null,
      decidedAs: null,
      decidedDate: null,
      decisionReason: null,
      meeting: null,
    },
  });
  if (decidedOn > day) return decidedOn;
  const decision = random.pick(['approved', 'approved', 'approvedOther', 'refused'] as const);
  const decidedDate = decision === 'refused' ? null : decision === 'approved' ? to : addDays(to, -7);
  const decided = { day: decidedOn, actor: chair, reason: 'The chair decided a date change.' };
  put({
    ...decided,
    entity: 'dateChange',
    row: {
      ...row,
      state: decision,
      decidedById: chair,
      decidedOn,
      decidedAs: 'chair',
      decidedDate,
      decisionReason:
        decision === 'refused'
          ? 'The date matters to families. Bring a recovery plan.'
          : 'The board accepts the reason.',
      meeting: 'Improvement board',
    },
  });
  if (decidedDate !== null) {
    const next = { ...action, currentDue: decidedDate };
    put({ ...decided, entity: 'action', row: next });
    moved(next);
  }
  return decidedOn;
};

const putMilestones = (
  { noticeId, agreedOn, day, put }: Setting,
  action: Omit<Action, 'version'>,
  deliveredOn: IsoDate,
): void => {
  const span = Math.max(2, daysBetween(agreedOn, action.originalDue));
  const steps = [
    { title: 'Draft agreed with partners', share: 0.4 },
    { title: 'In use in the first district', share: 0.8 },
  ];
  for (const [index, { title, share }] of steps.entries()) {
    const due = addDays(agreedOn, Math.round(span * share));
    const row: Omit<Milestone, 'version'> = {
      noticeId,
      id: `${action.id}-step-${index + 1}`,
      actionId: action.id,
      title,
      originalDue: due,
      currentDue: due,
      forecast: null,
      doneOn: null,
      withdrawnOn: null,
    };
    put({ day: agreedOn, actor: office, reason: 'The plan was agreed.', entity: 'milestone', row });
    const doneOn = addDays(due, Math.max(0, Math.round(daysBetween(action.originalDue, deliveredOn) * share)));
    if (doneOn <= day) {
      put({
        day: doneOn,
        actor: action.leadId ?? office,
        reason: 'A milestone was reached.',
        entity: 'milestone',
        row: { ...row, doneOn },
      });
    }
  }
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
  for (let area = 1; area <= areas; area += 1) putArea(setting, area);
  for (let number = 0; number < measures; number += 1) {
    putMeasure(setting, (number % areas) + 1, Math.floor(number / areas), number, months);
  }
  if (stories) putStories(setting);
  if (casework) putCasework(setting, { seed, areas, months });
  for (let number = 0; number < actions; number += 1)
    putAction(setting, (number % areas) + 1, Math.floor(number / areas), number);
  return script(drafts);
};
