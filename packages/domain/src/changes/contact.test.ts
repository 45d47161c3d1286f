import { expect, test } from 'vitest';
import { orphansOf } from '../rules/orphans.ts';
import { asMember, refusalOf } from '../testing/asking.ts';
import { noticeId, smallPlan, today } from '../testing/small-plan.ts';
import { cameBackInput, reportCameBack, writeAgain } from './contact.ts';

const office = asMember('member-office');
const lead = cameBackInput.parse({ noticeId, id: 'member-lead' });
const bounced = smallPlan({
  members: smallPlan().members.map((member) =>
    member.id === 'member-lead' ? { ...member, mailBouncedOn: today } : member,
  ),
});

test('the programme office records that mail to a member came back, who is orphaned from then on', () => {
  expect(reportCameBack(smallPlan(), lead, office)).toMatchObject([
    { entity: 'member', row: { id: 'member-lead', mailBouncedOn: today } },
  ]);
  const [orphan] = orphansOf(bounced, today);
  expect(orphan).toMatchObject({ memberId: 'member-lead' });
  expect(orphan?.causes.map(({ key }) => key)).toContain('bounced');
});

test('it is recorded once, and taken back by writing to them again', () => {
  expect(refusalOf(() => reportCameBack(bounced, lead, office))).toEqual({
    code: 'conflict',
    sentence: 'Mail to Lead came back on 25 September 2023 already. They are not written to.',
    field: null,
  });
  expect(writeAgain(bounced, lead)).toMatchObject([{ row: { id: 'member-lead', mailBouncedOn: null } }]);
});
