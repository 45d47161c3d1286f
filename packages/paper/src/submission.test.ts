import { submissionOf } from '@noticeboard/domain/views/submission';
import {
  aMeasure,
  aMeeting,
  anAction,
  anArea,
  anEvidence,
  aNotice,
  aPlan,
  aRequirement,
  aTarget,
} from '@noticeboard/domain/testing/rows';
import { expect, it } from 'vitest';
import { renderSubmission } from './submission.ts';

const hash = 'ab'.repeat(32);
const plan = aPlan({
  notice: aNotice({ title: 'Testshire <script>alert("x")</script> & others', authority: 'Testshire' }),
  areas: [anArea({ id: 'area-1', number: 1, title: 'First area' })],
  requirements: [aRequirement({ code: '4a', title: 'A team' })],
  measures: [aMeasure({ id: 'm1', code: '1.1', title: 'Within 20 weeks' })],
  targets: [aTarget({ measureId: 'm1', months: 6 })],
  actions: [anAction({ code: '1.01', title: 'Appoint', stage: 'delivered' })],
  meetings: [aMeeting({ id: 'review', kind: 'dfeReview', title: 'First review', on: '2023-11-15' })],
  evidence: [
    anEvidence({
      fileHash: hash,
      fileName: 'survey.csv',
      mediaType: 'text/csv',
      bytes: 9,
      url: null,
      requirementIds: ['req-1'],
      caption: 'What families said',
    }),
  ],
  head: { seq: 4118, hash: `7c1e90ab${'0'.repeat(56)}` },
});
const html = renderSubmission(
  submissionOf(plan, { meetingId: 'review', number: 2, today: '2023-11-01' }, () => true),
  (path) => `/n/test${path}?asAt=2023-11-01.4118`,
);

it('is one page of HTML without a script, which escapes what people wrote', () => {
  expect(html).toMatch(/^<!doctype html><html lang="en-GB">/);
  expect(html).not.toMatch(/<script|<link|<img/);
  expect(html).toContain('Testshire &lt;script&gt;');
});

it('says for which review it is, from which position, what is missing, and what shows each requirement', () => {
  expect(html).toContain('<h1>First review, 15 November 2023</h1>');
  expect(html).toContain('Submission 2 of Testshire');
  expect(html).toContain(`verify --head 4118:7c1e90ab${'0'.repeat(56)}`);
  expect(html).toContain('1 action without evidence of impact');
  expect(html).not.toContain('The submission is still to be made');
  expect(html).toContain('href="/n/test/requirements/req-1?asAt=2023-11-01.4118"');
  expect(html).toContain('What families said');
});

it('lists every heading of its contents, and each file with its hash', () => {
  const named = [...html.matchAll(/<a href="#([a-z]+)">/g)].map(([, id]) => id);
  expect(named).toHaveLength(7);
  // The class of a part of a bar, which cuts off what is taller than a bar.
  expect(html).not.toMatch(/class="[^"]*\bpart\b/);
  for (const id of named) expect(html).toContain(`id="${id}"`);
  expect(html).toContain(`SHA-256 ${hash}`);
  // Beside a page there is no file: only the archive leads to one.
  expect(html).toContain('href="/n/test/evidence/evidence-1?asAt=2023-11-01.4118"');
  expect(html).not.toContain('href="files/');
});
