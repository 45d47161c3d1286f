import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import type { IsoDate } from '../fields.ts';
import { member } from '../member.ts';
import { meetingRulesAtFirst, notice, ratioAtFirst, reportingAtFirst } from '../notice.ts';
import type { Change } from '../plan.ts';
import { formatDate } from '../words.ts';
import { because, ownSource } from './inputs.ts';
import { meetingRuleKeys, ratioKeys, reportingKeys } from './notice.ts';
import { added } from './rows.ts';

const content = notice
  .omit({
    noticeId: true,
    id: true,
    version: true,
    dateMoveLimitDays: true,
    withdrawnOn: true,
    ...reportingKeys,
    ...ratioKeys,
    ...meetingRuleKeys,
  })
  .extend({ ...ownSource, nature: notice.shape.nature.default('real') });

export const createNoticeInput = content.extend({
  /** Under which title and organisation whoever sets it up belongs to it. */
  memberTitle: member.shape.title,
  memberOrganisation: member.shape.organisation,
  reason: because,
});

/**
 * Sets up a notice with its first member, the programme office that makes its plan. There is no plan to decide on yet, so
 * the ids are given.
 * @throws DomainError where the dates can't be
 */
export const createNotice = (
  { memberTitle, memberOrganisation, reason: _reason, ...given }: z.output<typeof createNoticeInput>,
  { noticeId, memberId, accountId, today }: { noticeId: string; memberId: string; accountId: string; today: IsoDate },
): Change[] => {
  if (given.issuedOn > today)
    throw new DomainError('invalid', `The day of issue must be ${formatDate(today)} or earlier.`, 'issuedOn');
  if (given.checkpointBase < given.issuedOn) {
    throw new DomainError(
      'invalid',
      `Checkpoints must be counted from ${formatDate(given.issuedOn)}, when the notice was issued, or a later day.`,
      'checkpointBase',
    );
  }
  return [
    // Until the chair says otherwise, the chair decides every move of a date.
    added('notice', {
      ...given,
      ...reportingAtFirst(given.issuedOn),
      ...ratioAtFirst,
      ...meetingRulesAtFirst,
      noticeId,
      id: noticeId,
      dateMoveLimitDays: 0,
      withdrawnOn: null,
    }),
    added('member', {
      noticeId,
      id: memberId,
      accountId,
      title: memberTitle,
      organisation: memberOrganisation,
      roles: ['programmeOffice'],
      startsOn: today,
      endsOn: null,
      suspendedOn: null,
      sector: null,
      mailBouncedOn: null,
    }),
  ];
};
