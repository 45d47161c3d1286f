import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Plan } from '../plan.ts';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { anArea, anEvidence } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import {
  addEvidence,
  addEvidenceInput,
  editEvidence,
  editEvidenceInput,
  evidenceSubjects,
  withdrawEvidence,
  withdrawEvidenceInput,
} from './evidence.ts';

const lead = asMember('member-lead');
const file = { hash: 'a'.repeat(64), name: 'audit.pdf', mediaType: 'application/pdf', bytes: 820_400 };
const row = anEvidence({ noticeId, actionIds: ['action-1.01'] });
const plan = smallPlan({ evidence: [row] });

const content = {
  kind: 'data',
  caption: 'Audit of September',
  shows: '31 of 40 plans say what a child needs.',
  periodStart: '2023-09-01',
  periodEnd: '2023-09-22',
  actionIds: ['action-1.01'],
  measureIds: ['measure-1.1'],
  requirementIds: [],
  areaIds: [],
} as const;
type Added = Partial<Omit<z.input<typeof addEvidenceInput>, 'noticeId'>>;
const add = (fields: Added = {}, taken: typeof file | null = file, on: Plan = plan) =>
  addEvidence(
    on,
    {
      ...addEvidenceInput.parse({ noticeId, ...content, uploadId: taken && 'upload-1', ...fields }),
      file: taken,
    },
    asMember('member-lead'),
  );
const editFirst = (fields: Partial<z.input<typeof editEvidenceInput>>) =>
  editEvidence(plan, editEvidenceInput.parse({ ...row, ...edit(row.id), ...fields }), lead);

describe('new evidence', () => {
  test('keeps what is known of its file, who added it and when', () => {
    const { actionIds, measureIds, ...said } = content;
    const [change] = add();
    expect(change).toEqual({
      entity: 'evidence',
      expectedVersion: 0,
      row: {
        ...said,
        actionIds: [...actionIds],
        measureIds: [...measureIds],
        noticeId,
        id: 'new-1',
        fileHash: file.hash,
        fileName: 'audit.pdf',
        mediaType: 'application/pdf',
        bytes: 820_400,
        url: null,
        replacesId: null,
        addedById: 'member-lead',
        addedOn: today,
        mark: 'own',
        withdrawnOn: null,
      },
    });
    expect(add({ url: 'https://example.org/audit' }, null)).toMatchObject([
      { row: { fileHash: null, fileName: null, mediaType: null, bytes: null, url: 'https://example.org/audit' } },
    ]);
  });

  const none = { actionIds: [], measureIds: [], requirementIds: [], areaIds: [] };
  test.each([
    [{ url: 'https://example.org' }, file, 'Choose a file or enter a web address, not both.', 'url'],
    [{}, null, 'Choose a file, or enter a web address.', 'uploadId'],
    [none, file, 'Say what it is evidence of: choose an action, a measure, a requirement or an area.', 'actionIds'],
    [{ periodStart: null }, file, 'Enter the first day that it speaks of.', 'periodStart'],
    [{ periodEnd: null }, file, 'Enter the last day that it speaks of.', 'periodEnd'],
    [{ periodEnd: '2023-08-31' }, file, 'The last day must be the first day or after it.', 'periodEnd'],
    [
      { periodEnd: '2023-09-26' },
      file,
      'The last day that it speaks of must be today or earlier. Today is 25 September 2023.',
      'periodEnd',
    ],
    [
      { measureIds: ['none'] },
      file,
      'There is no such measure in this notice. Choose one from the list.',
      'measureIds',
    ],
    [{ areaIds: ['area-1', 'area-1'] }, file, 'Choose each area once.', 'areaIds'],
  ])('is refused with %j', (fields, taken, sentence, field) => {
    expect(refusalOf(() => add(fields, taken))).toEqual({ code: 'invalid', sentence, field });
  });

  test.each([
    ['caption', 'Letter about NHS number 943 476 5919', 'an NHS number'],
    ['shows', 'The child born 12/03/2012 now has a plan.', 'a date of birth'],
  ])('is refused where its %s could identify a child', (field, text, what) => {
    expect(addEvidenceInput.safeParse({ noticeId, ...content, [field]: text }).error?.issues[0]).toMatchObject({
      path: [field],
      message: `The text holds what looks like ${what}. Take it out: Noticeboard keeps nothing about a single child.`,
    });
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'example'])('is refused with the address %s', (url) => {
    expect(addEvidenceInput.safeParse({ noticeId, ...content, url }).error?.issues).toMatchObject([
      { path: ['url'], message: 'Enter a web address that starts with https://.' },
    ]);
  });
});

describe('a new version', () => {
  test('names the one that it replaces, which stays as it is', () => {
    const [change, ...more] = add({ replacesId: row.id });
    expect(change).toMatchObject({ expectedVersion: 0, row: { replacesId: row.id } });
    expect(more).toEqual([]);
  });

  test('follows only the newest one, and none that was withdrawn', () => {
    const twice = recordedOn(plan, add({ replacesId: row.id }), row.recordedAt, 'member-lead');
    expect(refusalOf(() => add({ replacesId: row.id }, file, twice))).toMatchObject({
      code: 'conflict',
      sentence: 'There is a newer version of this evidence already. Open that one and add yours to it.',
    });
    const gone = smallPlan({ evidence: [{ ...row, withdrawnOn: today }] });
    expect(refusalOf(() => add({ replacesId: row.id }, file, gone))).toMatchObject({ code: 'conflict' });
    expect(refusalOf(() => add({ replacesId: 'none' }))).toMatchObject({ code: 'notFound' });
  });
});

describe('an edit', () => {
  test('changes what is said and what it is linked to, and never the file or who added it', () => {
    const [change] = editFirst({ caption: 'Another', areaIds: ['area-2'], url: 'https://example.org/other' } as object);
    const { version: _version, addedAt: _addedAt, recordedAt: _at, recordedBy: _by, ...before } = row;
    expect(change).toEqual({
      entity: 'evidence',
      expectedVersion: 1,
      row: { ...before, caption: 'Another', areaIds: ['area-2'] },
    });
  });

  test('needs a reason, and evidence that stands', () => {
    expect(editEvidenceInput.safeParse({ ...row, ...edit(row.id), reason: undefined }).success).toBe(false);
    const gone = smallPlan({ evidence: [{ ...row, withdrawnOn: '2023-09-20' }] });
    expect(refusalOf(() => editEvidence(gone, editEvidenceInput.parse({ ...row, ...edit(row.id) }), lead))).toEqual({
      code: 'conflict',
      sentence: 'This evidence was withdrawn on 20 September 2023. It can’t be changed any more.',
      field: null,
    });
  });
});

test('a withdrawal keeps the row, and the day', () => {
  expect(withdrawEvidence(plan, withdrawEvidenceInput.parse(edit(row.id)), lead)).toMatchObject([
    { entity: 'evidence', expectedVersion: 1, row: { id: row.id, withdrawnOn: today, caption: row.caption } },
  ]);
});

describe('whose leave a change needs', () => {
  const areas = [anArea({ noticeId, sponsorId: 'member-deputy' })];
  const shared = smallPlan({ areas, evidence: [{ ...row, areaIds: ['area-1'] }] });
  const linked = { actionIds: ['action-1.01'], measureIds: [], requirementIds: [], areaIds: ['area-1'] };
  const members = (beforeId: string | null, after: typeof linked) =>
    evidenceSubjects(shared, beforeId, after, today).map(({ memberIds }) => memberIds);

  test('is everybody’s who has a row that new evidence is linked to', () => {
    expect(members(null, linked)).toEqual([['member-lead', 'member-deputy'], ['member-deputy']]);
  });

  test('is anybody’s for what is said, and each one’s for a row that is newly linked or no more', () => {
    expect(members(row.id, linked)).toEqual([['member-lead', 'member-deputy', 'member-deputy']]);
    expect(members(row.id, { ...linked, areaIds: [], measureIds: [] })).toEqual([
      ['member-lead', 'member-deputy', 'member-deputy'],
      ['member-deputy'],
    ]);
  });

  test('is never nobody’s', () => {
    expect(refusalOf(() => members(null, { ...linked, actionIds: [], areaIds: [] }))).toMatchObject({
      code: 'invalid',
    });
  });
});
