import { heldPlan } from '@noticeboard/domain/testing/holding';
import { aDecision } from '@noticeboard/domain/testing/rows';
import { noticeId, today } from '@noticeboard/domain/testing/small-plan';
import { minutesOf } from '@noticeboard/domain/views/minutes';
import { expect, test } from 'vitest';
import { renderMinutes } from './minutes.ts';

const plan = heldPlan({
  decisions: [
    aDecision({
      noticeId,
      agendaItemId: 'item-plain',
      on: today,
      minute: 'Families said: <script>alert(1)</script> & “wait”.\n\nSchools agreed.',
      followUp: 'Write to families.',
      followUpToId: 'member-lead',
      followUpDueOn: '2023-10-13',
    }),
  ],
});

test('the minutes are one page that Word opens: nothing runs in it, nothing is fetched, every text is escaped', () => {
  const page = renderMinutes(minutesOf(plan, 'meeting-1', today));
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; “wait”.');
  expect(page).toContain('“wait”.<br/><br/>Schools agreed.');
  expect(page).not.toMatch(/<script|<link|<img|src=|href=/);
  expect(page).toContain('<w:View>Print</w:View>');
  for (const words of [
    'Minutes: Improvement board, 25 September 2023',
    'Draft: the meeting is not closed',
    'Quorum: 2 members are present of at least 2.',
    'Independent chair (Testshire Council)',
    '1. 1.01, to 30 November',
    'Nothing is recorded yet.',
    'Write to families.',
    '13 October 2023',
  ])
    expect(page).toContain(words);
});
