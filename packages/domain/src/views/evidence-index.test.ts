import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { anAction, anArea, anEvidence, aPlan, aRequirement } from '../testing/rows.ts';
import { archiveName, evidenceIndexCsv, evidenceIndexOf } from './evidence-index.ts';

const today = '2023-09-25';
const file = (letter: string, fileName: string) => ({
  fileHash: letter.repeat(64),
  fileName,
  mediaType: 'text/csv',
  bytes: 820,
  url: null,
});
const plan = aPlan({
  areas: [anArea()],
  requirements: [aRequirement()],
  actions: [anAction()],
  evidence: [
    anEvidence({ id: 'old', ...file('a', 'survey.csv') }),
    anEvidence({
      id: 'survey',
      ...file('b', 'survey.csv'),
      caption: '=1+1',
      replacesId: 'old',
      requirementIds: ['req-1'],
      addedOn: '2023-09-03',
    }),
    anEvidence({ id: 'gone', ...file('c', 'survey.csv'), addedOn: '2023-09-02' }),
    anEvidence({ id: 'link', addedOn: '2023-09-01' }),
    anEvidence({ id: 'back', ...file('d', 'x.csv'), withdrawnOn: '2023-09-01' }),
  ],
});
const index = evidenceIndexOf(plan, today, (hash) => !hash.startsWith('c'));

test('the index has what counts, each file under a name of its own, and says which was erased', () => {
  expect(index.lines.map(({ id, kept, erased }) => [id, kept?.path ?? null, erased])).toEqual([
    ['survey', 'files/001-survey.csv', null],
    ['gone', null, 'The file was erased by law'],
    ['link', null, null],
  ]);
  expect(index.title).toBe('3 pieces of evidence, 1 with a file');
  expect(index.position).toEqual(plan.head);
});

test('its CSV has a line a piece, guards formulas, and says where each file lies', () => {
  const [head, first, second] = evidenceIndexCsv(index).split('\r\n');
  expect(head).toMatch(/^Caption,Kind,What it shows,Period,Areas,Requirements,Actions,Measures,/);
  expect(head).toMatch(/,In this archive,SHA-256,Size in bytes$/);
  expect(first).toMatch(/^'=1\+1,/);
  expect(first).toContain('Requirement 1 ');
  expect(first).toMatch(/,files\/001-survey\.csv,b{64},820$/);
  expect(second).toMatch(/,The file was erased by law,,$/);
});

test.each([
  ['survey.csv', '007-survey.csv'],
  ['Voice of families, “August” (1)’s.TXT', '007-Voice-of-families-August-1-s.txt'],
  ['../../etc/passwd', '007-etc-passwd'],
  ['.hidden', '007-hidden'],
  ['Çå va.pdf', '007-Ca-va.pdf'],
  ['報告', '007-evidence'],
  [`${'a'.repeat(190)}.docx`, `007-${'a'.repeat(80)}.docx`],
])('%s lies in the archive as %s', (name, path) => {
  expect(archiveName(7, name)).toBe(path);
});

test('any name becomes one that every system unpacks', () => {
  fc.assert(
    fc.property(fc.nat({ max: 5000 }), fc.string({ unit: 'binary', maxLength: 200 }), (place, name) => {
      expect(archiveName(place, name)).toMatch(/^\d{3,}-[A-Za-z0-9_][A-Za-z0-9._-]*$/);
    }),
  );
});

itHoldsOfAnyPlan((any, day) => evidenceIndexOf(any, day, () => true), 10);
