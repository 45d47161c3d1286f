/** The course of a notice: what became of it, from its issue to the reviews after it was lifted. */
import type { IsoDate, LooseDate } from '../fields.ts';
import { timeStripOf, type TimeStrip } from '../charts/time-strip.ts';
import type { Plan } from '../plan.ts';
import { lifeOf, nextReviewOf, openActions, isOfLife } from '../rules/course.ts';
import type { FactLink } from '../rules/intervention.ts';
import { compareText } from '../rules/grouped.ts';
import { planOn } from '../rules/known.ts';
import {
  eventKinds,
  governmentDecisions,
  stages,
  type LifeState,
  type RequirementState,
  type Status,
} from '../scales.ts';
import { daysLeftOrOver, formatDate, formatLoose, formatNumber, plural } from '../words.ts';
import type { DateLine } from './requirement-dates.ts';
import { requirementSummaryOf, standingRequirements } from './requirements.ts';
import type { SourceView } from './source.ts';
import { isIllustrative, sourceView } from './source.ts';
import { liftedInWords } from './headline.ts';

/** One thing that happened to a notice, or is set to. */
export type CourseLine = {
  key: string;
  /** For sorting. */
  on: IsoDate;
  date: string;
  days: string;
  /** What kind of thing it is: "Lifted", "Area released", "Government’s decision". */
  kind: string;
  title: string;
  reason: string | null;
  link: FactLink | null;
  source: SourceView;
  /** It changed where the notice stands in its life. */
  ofLife: boolean;
  ahead: boolean;
  /** The event of the set-up that it is; null where it is recorded elsewhere. */
  eventId: string | null;
};

/** What one requirement asked, what came of it, and what the government decided. */
export type DecisionLine = {
  id: string;
  code: string;
  title: string;
  /** Every reading of the day by which it was required; empty where no date is given. */
  required: DateLine[];
  due: IsoDate | null;
  state: Status<RequirementState>;
  decision: { label: string; tone: Status['tone'] };
  decisionNote: string | null;
};

/** An action that was open when the notice was lifted, and what has become of it. */
export type OpenAction = {
  id: string;
  code: string;
  title: string;
  organisation: string;
  due: IsoDate;
  dueWords: string;
  /** Its stage on the day shown. */
  stage: string;
  open: boolean;
};

export type CourseView = {
  today: IsoDate;
  title: string;
  under: string;
  life: Status<LifeState>;
  since: string;
  strip: TimeStrip;
  lines: CourseLine[];
  decisions: { title: string; rows: DecisionLine[] };
  /** What the lifting left open; null while the notice was not lifted. */
  lifting: { words: string; actions: OpenAction[] } | null;
  /** What lifting it on the day would leave open, in words; null once it was lifted or withdrawn. */
  wouldLeave: string | null;
  nextReview: { words: string; reason: string; overdue: boolean } | null;
  illustrative: boolean;
};

const byCode = new Intl.Collator('en-GB', { numeric: true });
const own = {
  mark: 'own',
  disputed: null,
  unconfirmed: null,
  title: null,
  url: null,
  publishedOn: null,
  publishedLater: false,
} as const;
const plainDay = (day: IsoDate): LooseDate => ({ earliest: day, latest: day, printed: null });

const line = (
  today: IsoDate,
  on: LooseDate,
  rest: Pick<CourseLine, 'key' | 'kind' | 'title' | 'reason' | 'source'> & Partial<CourseLine>,
): CourseLine => ({
  on: on.latest,
  date: formatLoose(on),
  // A loose day that may have come is neither behind nor ahead.
  days: on.earliest <= today && on.latest > today ? 'may have come' : daysLeftOrOver(today, on.latest),
  link: null,
  ofLife: false,
  ahead: on.earliest > today,
  eventId: null,
  ...rest,
});

const lifeLines = (plan: Plan, today: IsoDate): CourseLine[] =>
  lifeOf(plan, today)
    .steps.filter(({ eventId }) => eventId === null)
    .map(({ key, label, on, reason, source }) =>
      line(today, on, {
        key: `life-${key}`,
        kind: label,
        title: reason,
        reason: null,
        source: sourceView(source, today),
        ofLife: true,
      }),
    );

const eventLines = (plan: Plan, today: IsoDate): CourseLine[] =>
  plan.events
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .map((event) =>
      line(today, event, {
        key: `event-${event.id}`,
        kind: eventKinds[event.kind].label,
        title: event.title,
        reason: event.note,
        source: sourceView(event, today),
        ofLife: event.kind === 'issued' || isOfLife(event.kind),
        eventId: event.id,
      }),
    );

const releaseLines = (plan: Plan, today: IsoDate): CourseLine[] =>
  plan.areas.flatMap((area): CourseLine[] => {
    const { id, number, title, releasedOn, releasedBy, releaseReason, withdrawnOn } = area;
    if (releasedOn === null || releasedOn > today || withdrawnOn !== null) return [];
    const by = releasedBy === null ? '' : ` by ${releasedBy}`;
    return [
      line(today, plainDay(releasedOn), {
        key: `area-${id}`,
        kind: 'Area released',
        title: `Area ${number}, ${title}, released from monitoring${by}`,
        reason: releaseReason,
        link: { page: 'areas', id },
        source: own,
      }),
    ];
  });

const decisionLines = (plan: Plan, today: IsoDate): CourseLine[] =>
  standingRequirements(plan).flatMap((requirement): CourseLine[] => {
    const { id, code, governmentDecision, governmentDecidedOn, governmentNote } = requirement;
    if (governmentDecidedOn === null || governmentDecidedOn > today) return [];
    return [
      line(today, plainDay(governmentDecidedOn), {
        key: `decision-${id}`,
        kind: 'Government’s decision',
        title: `Requirement ${code}: ${governmentDecisions[governmentDecision].label.toLowerCase()}`,
        reason: governmentNote,
        link: { page: 'requirements', id },
        source: sourceView(requirement, today),
      }),
    ];
  });

const outcomeLines = (plan: Plan, today: IsoDate): CourseLine[] =>
  plan.reviewOutcomes
    .filter(({ publishedOn }) => publishedOn <= today)
    .map((outcome) => {
      const meeting = plan.meetings.find(({ id }) => id === outcome.meetingId);
      return line(today, plainDay(outcome.publishedOn), {
        key: `outcome-${outcome.id}`,
        kind: 'Outcome of a review',
        title: meeting
          ? `Outcome published: ${meeting.title}, ${formatDate(meeting.on)}`
          : 'Outcome of a review published',
        reason: outcome.summary,
        link: meeting ? { page: 'meetings', id: meeting.id } : null,
        source: sourceView(outcome, today),
      });
    });

const requiredAndDecided = (plan: Plan, today: IsoDate): CourseView['decisions'] => {
  const rows = standingRequirements(plan).map((requirement): DecisionLine => {
    const { id, code, title, dates, due, state, decision, decisionNote } = requirementSummaryOf(
      plan,
      requirement,
      today,
    );
    return {
      id,
      code,
      title,
      required: dates.find(({ kind }) => kind === 'due')?.dates ?? [],
      due,
      state,
      decision: { label: decision.label, tone: decision.tone },
      decisionNote,
    };
  });
  const count = (...keys: RequirementState[]): number => rows.filter(({ state }) => keys.includes(state.key)).length;
  const [met, disputed] = [count('met', 'metLate'), count('disputed')];
  const also = disputed === 0 ? '' : `, ${formatNumber(disputed, 0)} disputed`;
  return {
    title:
      rows.length === 0
        ? 'What was required, and what the government decided'
        : `${formatNumber(met, 0)} of ${plural(rows.length, 'requirement')} met${also}`,
    rows,
  };
};

const liftingOf = (plan: Plan, today: IsoDate): CourseView['lifting'] => {
  const { lifted } = lifeOf(plan, today);
  if (lifted === null) return null;
  const left = openActions(plan, lifted.latest).toSorted((a, b) => byCode.compare(a.code, b.code));
  const still = new Set(openActions(plan, today).map(({ id }) => id));
  const open = left.filter(({ id }) => still.has(id)).length;
  const since =
    today === lifted.latest
      ? ''
      : ` On ${formatDate(today)} ${formatNumber(open, 0)} of them ${open === 1 ? 'is' : 'are'} still open.`;
  return {
    words:
      left.length === 0
        ? 'No action was open when the notice was lifted.'
        : `${plural(left.length, 'action was', 'actions were')} open when the notice was lifted: not evidenced yet, or only delivered by the word of its lead.${since}`,
    actions: left.map(({ id, code, title, organisation, currentDue, stage }) => ({
      id,
      code,
      title,
      organisation,
      due: currentDue,
      dueWords: formatDate(currentDue),
      stage: stages[stage].label,
      open: still.has(id),
    })),
  };
};

/** Says what lifting a notice would leave open. */
export const leftInWords = (count: number): string =>
  count === 0
    ? 'No action is open, so none would be left open.'
    : `${plural(count, 'action is', 'actions are')} open. A notice can be lifted all the same: they stay in the plan, and are listed here.`;

/** Gives the course of a notice on a day: the oldest first, with what is set to happen last. */
export const courseView = (entire: Plan, today: IsoDate): CourseView => {
  const plan = planOn(entire, today);
  const { key, label, tone, reason, since, lifted } = lifeOf(plan, today);
  const next = nextReviewOf(plan, today);
  const lines = [
    ...lifeLines(plan, today),
    ...eventLines(plan, today),
    ...releaseLines(plan, today),
    ...decisionLines(plan, today),
    ...outcomeLines(plan, today),
  ].toSorted((a, b) => compareText(a.on, b.on) || compareText(a.key, b.key));
  const from = key === 'issued' || key === 'notIssued' ? '' : ` since ${formatLoose(since)}`;
  return {
    today,
    title: liftedInWords(plan, today) ?? `${label}${from}`,
    under:
      lines.length > 1
        ? 'Every step in the life of the notice, with its day, its source and why.'
        : 'Only the issue of the notice is recorded. The programme office adds what became of it.',
    life: { key, label, tone, reason },
    since: formatLoose(since),
    strip: timeStripOf(plan, today),
    lines,
    decisions: requiredAndDecided(plan, today),
    lifting: liftingOf(plan, today),
    wouldLeave: lifted === null && key !== 'withdrawn' ? leftInWords(openActions(plan, today).length) : null,
    nextReview: next && {
      words: `${formatLoose(next.on)}, ${daysLeftOrOver(today, next.on.latest)}`,
      reason: next.reason,
      overdue: next.on.latest < today,
    },
    illustrative: isIllustrative(plan.actions),
  };
};
