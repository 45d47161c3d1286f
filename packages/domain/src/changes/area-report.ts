/** What a meeting is told of an area: why its status changed, what families notice, and what comes next. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { id } from '../fields.ts';
import { areaReport } from '../meeting.ts';
import { findLiveMeeting } from './meeting.ts';
import { checkChosen, findStanding, refuse, standingOf } from './references.ts';
import { added, edited, onStandingNotice } from './rows.ts';

const { why, effect, evidenceIds, nextStep } = areaReport.shape;

export const setAreaReportInput = z.object({
  noticeId: id,
  meetingId: id,
  areaId: id,
  /** 0 where nothing was said of the area yet. */
  expectedVersion: z.int('Reload the page and try again.').min(0, 'Reload the page and try again.'),
  why,
  effect,
  evidenceIds: evidenceIds.default([]),
  nextStep,
});

/** Says of an area what the meeting is to know. Evidence belongs to the effect that it shows. */
export const setAreaReport = onStandingNotice((plan, input: z.output<typeof setAreaReportInput>, by) => {
  const meeting = findLiveMeeting(plan, input.meetingId);
  const area = findStanding(plan.areas, input.areaId, 'area');
  const before = plan.areaReports.find((row) => row.meetingId === meeting.id && row.areaId === area.id);
  if (input.why === null && input.effect === null && input.nextStep === null && !before)
    refuse('Say why the status changed, what families notice, or what comes next.', 'why');
  if (input.effect === null && input.evidenceIds.length > 0)
    refuse('Say what the evidence shows families notice, or choose none.', 'effect');
  checkChosen(standingOf(plan.evidence), input.evidenceIds, before?.evidenceIds ?? [], 'evidenceIds', 'evidence');
  const fields = {
    why: input.why,
    effect: input.effect,
    evidenceIds: input.evidenceIds,
    nextStep: input.nextStep,
    byId: by.who.memberId,
    on: by.today,
  };
  if (before) return [edited('areaReport', before, fields, input.expectedVersion)];
  if (input.expectedVersion > 0)
    throw new DomainError('conflict', 'Nothing was said of this area yet. Reload the page and try again.');
  const ids = { noticeId: plan.notice.id, id: by.createId(), meetingId: meeting.id, areaId: area.id };
  return [added('areaReport', { ...ids, ...fields, mark: 'own' })];
});
