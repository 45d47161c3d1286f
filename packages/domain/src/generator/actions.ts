/** The actions of a generated plan: each takes one of a few courses to its due date, and past it. */
import type { Action, Milestone } from '../action.ts';
import { addDays, daysBetween } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Rating, Stage } from '../scales.ts';
import { impactKinds } from '../scales.ts';
import { beginnings, evidenceWords, updateWords } from './phrases.ts';
import type { Random } from './random.ts';
import { chair, leadId, office, source, themeOf, type Setting } from './setting.ts';

const unreviewed = { state: 'submitted', reviewedById: null, reviewedOn: null, reviewNote: null } as const;

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

/** Puts an action with its milestones, its course through the stages, its updates, evidence and moves. */
export const putAction = (setting: Setting, area: number, index: number, number: number): void => {
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
          : 'The reason holds, and the new date can be kept.',
      // Decided between two boards: those are every second month.
      meeting: null,
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
