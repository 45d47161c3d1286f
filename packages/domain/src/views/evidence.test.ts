import { describe, expect, it } from 'vitest';
import type { Who } from '../permissions.ts';
import type { EvidencePage } from '../rules/evidence.ts';
import type { Role } from '../scales.ts';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { aMeasure, aMember, anAction, anArea, anEvidence, aPlan, aRequirement } from '../testing/rows.ts';
import { evidenceAbout, evidenceListOf, evidenceOf, linkableFor } from './evidence.ts';

const today = '2023-09-25';
const file = {
  fileHash: 'c'.repeat(64),
  fileName: 'audit.pdf',
  mediaType: 'application/pdf',
  bytes: 820_400,
  url: null,
};
const old = anEvidence({ id: 'old', addedOn: '2023-08-01' });
const audit = anEvidence({ id: 'audit', replacesId: 'old', ...file, measureIds: ['m1'], requirementIds: ['req-1'] });
const letter = anEvidence({
  id: 'letter',
  kind: 'document',
  caption: 'Letter',
  periodStart: null,
  periodEnd: null,
  addedOn: '2023-09-20',
  actionIds: [],
  areaIds: ['area-2'],
});
const plan = aPlan({
  members: [aMember({ organisation: 'NHS' }), aMember({ id: 'member-owner', title: 'Owner' })],
  areas: [anArea({ sponsorId: 'member-owner' }), anArea({ id: 'area-2', number: 2, title: 'Another' })],
  requirements: [aRequirement()],
  measures: [aMeasure({ id: 'm1', code: '2.1', areaId: 'area-2', ownerId: 'member-owner' })],
  actions: [anAction()],
  evidence: [old, audit, letter],
});

const ids = (page: EvidencePage, id: string) => evidenceAbout(plan, page, id, today).lines.map((line) => line.id);

describe('evidenceListOf', () => {
  const { lines, organisations } = evidenceListOf(plan, today);

  it('lists what counts, newest first, with what it is of', () => {
    expect(lines.map(({ id }) => id)).toEqual(['letter', 'audit']);
    expect(lines[1]).toMatchObject({
      period: 'August 2023',
      file: { name: 'audit.pdf', size: '820 KB' },
      url: null,
      addedBy: 'Lead',
      links: [
        { link: { page: 'actions', id: 'action-1.01' }, words: 'Action 1.01 An action' },
        { link: { page: 'measures', id: 'm1' }, words: 'Measure 2.1 EHC plans issued within 20 weeks' },
        { link: { page: 'requirements', id: 'req-1' }, words: 'Requirement 1 A plan for all areas' },
      ],
      areaIds: ['area-1', 'area-2'],
      organisations: ['A council'],
      earlier: 1,
    });
    expect(lines[0]).toMatchObject({ period: null, file: null, organisations: ['NHS'], areaIds: ['area-2'] });
    expect(organisations).toEqual(['A council', 'NHS']);
  });
});

describe('evidenceAbout', () => {
  it('gives what is linked to a row, and on an area what its actions and measures have', () => {
    expect(ids('actions', 'action-1.01')).toEqual(['audit']);
    expect(ids('measures', 'm1')).toEqual(['audit']);
    expect(ids('requirements', 'req-1')).toEqual(['audit']);
    expect(ids('areas', 'area-1')).toEqual(['audit']);
    expect(ids('areas', 'area-2')).toEqual(['letter', 'audit']);
  });

  it('says whose the row is', () => {
    expect(evidenceAbout(plan, 'areas', 'area-1', today).subject.memberIds).toEqual(['member-owner']);
    expect(() => evidenceAbout(plan, 'areas', 'area-9', today)).toThrow('There is no such area in this notice.');
  });
});

const whoIs = (memberId: string, role: Role): Who => ({ memberId, organisation: 'A council', roles: [role] });
const linkable = (who: Who) => linkableFor(plan, today, who).map(({ link }) => link.id);

describe('linkableFor', () => {
  it('offers an officer what is theirs, and the programme office all that stands', () => {
    expect(linkable(whoIs('member-lead', 'officer'))).toEqual(['action-1.01']);
    expect(linkable(whoIs('member-owner', 'officer'))).toEqual(['m1', 'area-1']);
    expect(linkable(whoIs('member-office', 'programmeOffice'))).toEqual([
      'action-1.01',
      'm1',
      'req-1',
      'area-1',
      'area-2',
    ]);
    expect(linkable(whoIs('member-monitor', 'monitor'))).toEqual([]);
  });
});

describe('evidenceOf', () => {
  it('gives its versions, and of an old one the one that counts now', () => {
    expect(evidenceOf(plan, 'audit', today)).toMatchObject({
      sha256: file.fileHash,
      mediaType: 'application/pdf',
      newer: null,
      versions: [{ id: 'old' }],
      withdrawnOn: null,
      subject: { memberIds: ['member-lead', null, 'member-owner', null] },
    });
    expect(evidenceOf(plan, 'audit', today).subjects).toHaveLength(3);
    expect(evidenceOf(plan, 'old', today)).toMatchObject({ newer: { id: 'audit' }, versions: [] });
  });

  it('leaves out the links to what was changed after the day', () => {
    const later = { ...plan, actions: [anAction({ recordedAt: '2023-10-01T09:00:00.000Z' })] };
    expect(evidenceOf(later, 'audit', today)).toMatchObject({ linked: { actionIds: [], measureIds: ['m1'] } });
  });
});

describe('over generated plans', () => {
  itHoldsOfAnyPlan(evidenceListOf, 25);
  itHoldsOfAnyPlan(
    (any, day) =>
      any.evidence.filter(({ recordedAt }) => recordedAt < `${day}T00`).map(({ id }) => evidenceOf(any, id, day)),
    15,
  );
});
