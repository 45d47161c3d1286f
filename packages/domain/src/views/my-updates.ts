/** What is due from one person in the reporting period that runs. */
import type { Challenge } from '../challenge.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { compareText } from '../rules/grouped.ts';
import { planOn } from '../rules/known.ts';
import { actingFor } from '../rules/owners.ts';
import { actionReportOf, measureReportOf, requirementReportOf } from '../rules/reported.ts';
import type { Period, ReportStatus } from '../rules/reporting.ts';
import { nextPeriod, periodOn } from '../rules/reporting.ts';
import { reportStates, statusOf } from '../scales.ts';
import { formatDate, plural } from '../words.ts';
import type { DueCommentary, DueMeasure, DueQuestion } from './due-readings.ts';
import { dueCommentary, dueMeasure, dueQuestion } from './due-readings.ts';
import type { DueAction, DueRequirement } from './due-reports.ts';
import { dueAction, dueRequirement } from './due-reports.ts';
import type { Part } from './due-row.ts';
import { titleIn } from './due-row.ts';

/** Everything that is due from a person, with what they have reported in this period already. */
export type Due = {
  today: IsoDate;
  memberId: string;
  period: Period | null;
  /** The day on which the next period opens. */
  nextOpensOn: IsoDate;
  instructions: string | null;
  /** How many rows a report is still wanted for. */
  asked: number;
  questions: DueQuestion[];
  commentaries: DueCommentary[];
  actions: DueAction[];
  requirements: DueRequirement[];
  measures: DueMeasure[];
};

/** Gives in what part a row is a member's on a day; null where it is not theirs. */
const partOf = (
  plan: Plan,
  ownerId: string | null,
  deputyId: string | null,
  memberId: string,
  today: IsoDate,
): Part | null => {
  if (ownerId === memberId) return { as: 'owner', of: null };
  if (deputyId === memberId) return { as: 'deputy', of: titleIn(plan, ownerId) };
  const covered = [ownerId, deputyId].find((id) => id !== null && actingFor(plan, [id], today).includes(memberId));
  return covered === undefined ? null : { as: 'cover', of: titleIn(plan, covered) };
};

/** The longest unheard-of first: what was never reported on, then by the days since; of two alike, by code. */
const oldestFirst = (
  a: { silentDays: number | null; code: string },
  b: { silentDays: number | null; code: string },
): number => {
  const [left, right] = [a.silentDays ?? Infinity, b.silentDays ?? Infinity];
  return left === right ? compareText(a.code, b.code) : right > left ? 1 : -1;
};

const questionReport = (
  { askedOn, dueOn, answeredOn, state }: Recorded<Challenge>,
  period: Period | null,
  today: IsoDate,
): ReportStatus | null => {
  if (state === 'asked' && askedOn <= today) {
    const left = daysBetween(today, dueOn);
    return left < 0
      ? {
          ...statusOf(reportStates, 'late', `An answer was due on ${formatDate(dueOn)}, ${plural(-left, 'day')} ago.`),
          days: -left,
        }
      : { ...statusOf(reportStates, 'due', `An answer is due by ${formatDate(dueOn)}.`), days: left };
  }
  if (answeredOn === null || period === null || answeredOn < period.opensOn || answeredOn > today) return null;
  return { ...statusOf(reportStates, 'submitted', `Answered on ${formatDate(answeredOn)}.`), days: null };
};

/**
 * Gives everything that is due from a member in the reporting period that runs on a day, the longest unreported first: the
 * actions that they lead, deputise on or cover, with their open milestones; the measures and requirements that they own or
 * cover, also where one asks to be explained; and the board's questions to them. What they have reported in the period is there too, not asked for any more.
 */
export const dueFrom = (entire: Plan, memberId: string, today: IsoDate): Due => {
  const plan = planOn(entire, today);
  const period = periodOn(plan.notice, today);
  const ofAction = plan.actions.flatMap((action) => {
    const part = partOf(plan, action.leadId, action.deputyId, memberId, today);
    const report = part && actionReportOf(plan, action, today);
    return part && report ? [dueAction(plan, action, report, part, today)] : [];
  });
  const ofMeasure = plan.measures.flatMap((measure) => {
    const part = partOf(plan, measure.ownerId, null, memberId, today);
    const report = part && measureReportOf(plan, measure, today);
    return part && report ? [dueMeasure(plan, measure, report, part, today)] : [];
  });
  const ofCommentary = plan.measures.flatMap((measure) => {
    const part = partOf(plan, measure.ownerId, null, memberId, today);
    return (part && dueCommentary(plan, measure, part, today)) ?? [];
  });
  const ofRequirement = plan.requirements.flatMap((requirement) => {
    const part = partOf(plan, requirement.ownerId, null, memberId, today);
    const report = part && requirementReportOf(plan, requirement, today);
    return part && report ? [dueRequirement(plan, requirement, report, part, today)] : [];
  });
  const ofQuestion = plan.challenges.flatMap((challenge) => {
    const part = partOf(plan, challenge.toId, null, memberId, today);
    const report = part && questionReport(challenge, period, today);
    return part && report ? [dueQuestion(plan, challenge, report, part, today)] : [];
  });
  const rows = [...ofAction, ...ofMeasure, ...ofCommentary, ...ofRequirement, ...ofQuestion];
  return {
    today,
    memberId,
    period,
    nextOpensOn: nextPeriod(plan.notice, today).opensOn,
    instructions: plan.notice.reportInstructions,
    asked: rows.filter(({ asked }) => asked).length,
    questions: ofQuestion.toSorted((a, b) => compareText(a.dueOn, b.dueOn) || compareText(a.id, b.id)),
    commentaries: ofCommentary.toSorted(oldestFirst),
    actions: ofAction.toSorted(oldestFirst),
    requirements: ofRequirement.toSorted(oldestFirst),
    measures: ofMeasure.toSorted(oldestFirst),
  };
};
