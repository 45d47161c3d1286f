import { z } from 'zod';
import type { IsoDate } from '../fields.ts';
import { meetingRules, notice, ratio, reporting } from '../notice.ts';
import type { Plan } from '../plan.ts';
import { isOfLife } from '../rules/course.ts';
import { periodAt, periodOn } from '../rules/reporting.ts';
import { formatDate, plural } from '../words.ts';
import { editedRow, withdrawInput } from './inputs.ts';
import { checkHasCome, refuse } from './references.ts';
import { contentOf, edited, onStandingNotice } from './rows.ts';

const keysIn = <Shape extends object>(shape: Shape) =>
  Object.fromEntries(Object.keys(shape).map((key) => [key, true])) as Record<keyof Shape, true>;

// Reporting and the rules of meetings have a form and a permission of their own, and the ratio of cases to workers a form.
export const reportingKeys = keysIn(reporting);
export const ratioKeys = keysIn(ratio);
export const meetingRuleKeys = keysIn(meetingRules);

// A fictional notice can't be made real by an edit, nor a real one hidden as fiction; and whoever edits the plan must not
// raise the limit that they are held to.
const content = notice.omit({
  ...reportingKeys,
  ...ratioKeys,
  ...meetingRuleKeys,
  noticeId: true,
  id: true,
  version: true,
  nature: true,
  dateMoveLimitDays: true,
  withdrawnOn: true,
});

export const editNoticeInput = content.extend(editedRow).omit({ id: true });
export const setDateMoveLimitInput = notice.pick({ dateMoveLimitDays: true }).extend(editedRow).omit({ id: true });
export const setReportingInput = z.object(reporting).extend(editedRow).omit({ id: true });
export const setRatioInput = z.object(ratio).extend(editedRow).omit({ id: true });
export const setMeetingRulesInput = z.object(meetingRules).extend(editedRow).omit({ id: true });
export const withdrawNoticeInput = withdrawInput.omit({ id: true });

type Dated = { what: string; day: IsoDate };

const standing = <Row extends { withdrawnOn: IsoDate | null }>(rows: readonly Row[]): Row[] =>
  rows.filter(({ withdrawnOn }) => withdrawnOn === null);

/** Gives every day that the plan was only let have because the notice was issued before it, each as the start of a sentence. */
const afterIssue = (plan: Plan): Dated[] => {
  const actions = plan.actions.filter(({ stage }) => stage !== 'withdrawn');
  const codes = new Map(
    [...actions, ...standing(plan.requirements), ...standing(plan.measures)].map(({ id, code }) => [id, code]),
  );
  const named = (id: string, day: IsoDate | null, what: (code: string) => string): Dated[] => {
    const code = codes.get(id);
    return code === undefined || day === null ? [] : [{ what: what(code), day }];
  };
  return [
    ...actions.flatMap(({ id, originalDue, currentDue }) =>
      [originalDue, currentDue].flatMap((day) => named(id, day, (code) => `Action ${code} was due`)),
    ),
    ...standing(plan.milestones).flatMap(({ actionId, title, originalDue, currentDue }) =>
      [originalDue, currentDue].flatMap((day) =>
        named(actionId, day, (code) => `The milestone “${title}” of action ${code} was due`),
      ),
    ),
    ...standing(plan.requirementDates)
      .filter(({ kind }) => kind === 'due')
      .flatMap(({ requirementId, earliest }) =>
        named(requirementId, earliest, (code) => `Requirement ${code} was due`),
      ),
    ...standing(plan.requirements).flatMap(({ id, governmentDecidedOn }) =>
      named(id, governmentDecidedOn, (code) => `The government decided on requirement ${code}`),
    ),
    ...standing(plan.targets).flatMap(({ measureId, on }) =>
      named(measureId, on, (code) => `Measure ${code} has a target`),
    ),
    ...standing(plan.events)
      .filter(({ kind }) => isOfLife(kind))
      .map(({ title, latest }) => ({ what: `“${title}” is recorded`, day: latest })),
    ...standing(plan.areas).flatMap(({ number, releasedOn }) =>
      releasedOn === null ? [] : [{ what: `Area ${number} was released`, day: releasedOn }],
    ),
  ];
};

/** Edits a notice; its dates must leave every date of the plan after the day of issue, and each target a checkpoint. */
export const editNotice = onStandingNotice((plan, input: z.output<typeof editNoticeInput>, { today }) => {
  checkHasCome(today, input.issuedOn, 'issuedOn', 'The day of issue');
  if (input.checkpointBase < input.issuedOn) {
    refuse(
      `Checkpoints must be counted from ${formatDate(input.issuedOn)}, when the notice was issued, or a later day.`,
      'checkpointBase',
    );
  }
  const early = afterIssue(plan).find(({ day }) => day <= input.issuedOn);
  if (early)
    refuse(`${early.what} on ${formatDate(early.day)}. The notice must be issued before that day.`, 'issuedOn');
  const orphan = plan.targets.find(
    ({ withdrawnOn, months }) => withdrawnOn === null && months !== null && !input.checkpointMonths.includes(months),
  );
  if (orphan?.months) {
    refuse(
      `There are targets for the checkpoint at ${plural(orphan.months, 'month')}. Withdraw them before you take it out.`,
      'checkpointMonths',
    );
  }
  return [edited('notice', plan.notice, contentOf(content, input), input.expectedVersion)];
});

/** Sets by how many days the programme office may move a due date without the chair (domain.md, "Who moves a date"). */
export const setDateMoveLimit = onStandingNotice(
  ({ notice: before }, { dateMoveLimitDays, expectedVersion }: z.output<typeof setDateMoveLimitInput>) => {
    if (dateMoveLimitDays === before.dateMoveLimitDays)
      refuse(`The limit is ${plural(dateMoveLimitDays, 'day')} already. Enter another number.`, 'dateMoveLimitDays');
    return [edited('notice', before, { dateMoveLimitDays }, expectedVersion)];
  },
);

/** Sets how many cases a caseworker can carry, with the source that says so; neither stands without the other. */
export const setRatio = onStandingNotice(({ notice: before }, input: z.output<typeof setRatioInput>) => {
  const { casesPerWorker, casesPerWorkerSource, expectedVersion } = input;
  if (casesPerWorker !== null && casesPerWorkerSource === null)
    refuse('Say who gives this ratio, such as the title and page of a document.', 'casesPerWorkerSource');
  if (casesPerWorker === null && casesPerWorkerSource !== null)
    refuse('Enter the ratio, or leave its source empty.', 'casesPerWorker');
  if (casesPerWorker === before.casesPerWorker && casesPerWorkerSource === before.casesPerWorkerSource)
    refuse('Nothing is different. Change the ratio or its source, then save.', 'casesPerWorker');
  return [edited('notice', before, { casesPerWorker, casesPerWorkerSource }, expectedVersion)];
});

/** How many periods ahead are looked at: those of at least two years, with every holiday of a year in each place of a period. */
const periodsAhead = 26;

const rhythmKeys = ['reportEvery', 'reportsCloseFrom', 'reportOpenDays'] as const;

/**
 * Sets the rhythm and the rules of reporting. Where its periods change, the first closes after today: nobody is late for one
 * that never was. A period must be over, with its days of grace, before the next one opens: else
 * nobody could say which of the two an update belongs to.
 */
export const setReporting = onStandingNotice(
  ({ notice: before }, input: z.output<typeof setReportingInput>, { today }) => {
    const fields = contentOf(z.object(reporting), input);
    if (new Set(fields.remindLateOn).size < fields.remindLateOn.length)
      refuse('Choose each day of the week once.', 'remindLateOn');
    const kept = Object.entries(fields).every(
      ([key, value]) => JSON.stringify(value) === JSON.stringify(before[key as keyof typeof reporting]),
    );
    if (kept) refuse('Nothing is different. Change a setting, then save.');
    if (fields.remindSoonDays > fields.reportOpenDays) {
      refuse(
        `Updates open ${plural(fields.reportOpenDays, 'working day')} before they close, and nobody is reminded before that. Give as many days or fewer.`,
        'remindSoonDays',
      );
    }
    const after = { ...before, ...fields };
    if (rhythmKeys.some((key) => after[key] !== before[key]) && periodAt(after, 0).closesOn <= today) {
      refuse(
        `New periods begin ahead, so that nobody is late for one that never was. Give the day on which updates first close under these rules: one that leaves a working day after ${formatDate(today)}.`,
        'reportsCloseFrom',
      );
    }
    const first = periodOn(after, today)?.index ?? 0;
    for (let index = first; index < first + periodsAhead; index += 1) {
      const { closesOn, graceEndsOn } = periodAt(after, index);
      const { opensOn } = periodAt(after, index + 1);
      if (graceEndsOn >= opensOn) {
        refuse(
          `The next period would open on ${formatDate(opensOn)}, before the days of grace of the one that closes on ${formatDate(closesOn)} are over. Give fewer working days.`,
          'reportOpenDays',
        );
      }
    }
    return [edited('notice', before, fields, input.expectedVersion)];
  },
);

/** Sets when papers are due, and the quorum of the board. */
export const setMeetingRules = onStandingNotice(({ notice: before }, input: z.output<typeof setMeetingRulesInput>) => {
  const fields = contentOf(z.object(meetingRules), input);
  if (new Set(fields.quorumSectors).size < fields.quorumSectors.length)
    refuse('Choose each sector once.', 'quorumSectors');
  if (fields.quorumPresent < fields.quorumSectors.length) {
    refuse(
      `One member speaks for one sector, so ${plural(fields.quorumSectors.length, 'sector')} need as many members. Give ${fields.quorumSectors.length} or more.`,
      'quorumPresent',
    );
  }
  const kept = Object.entries(fields).every(
    ([key, value]) => JSON.stringify(value) === JSON.stringify(before[key as keyof typeof meetingRules]),
  );
  if (kept) refuse('Nothing is different. Change a setting, then save.', 'papersDueDays');
  return [edited('notice', before, fields, input.expectedVersion)];
});

/** Withdraws a notice: everything in it stays to be read, and nothing in it can be changed. */
export const withdrawNotice = onStandingNotice((plan, input: z.output<typeof withdrawNoticeInput>, { today }) => [
  edited('notice', plan.notice, { withdrawnOn: today }, input.expectedVersion),
]);
