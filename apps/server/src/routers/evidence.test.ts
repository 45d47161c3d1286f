import { keepUpload } from '@noticeboard/db/files';
import { describe, expect, it } from 'vitest';
import { createTestInstallation, people, type Person, type TestInstallation } from '../testing/installation.ts';

const said = { kind: 'voice', caption: 'Twelve families', shows: 'They know whom to ask.' };
const none = { periodStart: null, periodEnd: null, measureIds: [], requirementIds: [], areaIds: [] };
const given = { noticeId: 'one', ...said, ...none, actionIds: ['action-1'] };
const delivering = { noticeId: 'one', id: 'action-1', expectedVersion: 1 };
const step = (expectedVersion: number) => ({ ...delivering, expectedVersion, reason: 'The board read it.' });
const evidence = { ...said, periodStart: null, periodEnd: null };

/** Sends a file as somebody. */
const send = ({ db }: TestInstallation, person: Person, noticeId = 'one') =>
  keepUpload(db, {
    noticeId,
    memberId: people[person].memberId,
    name: 'families.csv',
    mediaType: 'text/csv',
    bytes: Buffer.from('question,yes\nI know whom to ask,12\n'),
    at: '2023-02-10T12:00:00.000Z',
  });

type Line = { id: string; caption: string; file: { name: string; size: string } | null; earlier: number };
const about = async (installation: TestInstallation, id = 'action-1') => {
  const asked = installation.call('monitor', 'evidence.about', { noticeId: 'one', page: 'actions', id });
  return ((await asked) as { lines: Line[] }).lines;
};

describe('evidence of a file', () => {
  it('is recorded with the file that whoever adds it has sent, once', async () => {
    await using installation = await createTestInstallation();
    const { uploadId } = await send(installation, 'officer');
    const added = await installation.call('officer', 'evidence.add', { ...given, uploadId });
    expect(added).toMatchObject({ by: 'officer', id: expect.any(String) as string });
    expect((await about(installation)).find(({ caption }) => caption === said.caption)).toMatchObject({
      file: { name: 'families.csv', size: '35 bytes' },
    });
    await expect(installation.call('officer', 'evidence.add', { ...given, uploadId })).rejects.toMatchObject({
      message: 'Choose the file again.',
    });
  });

  it('takes nobody else’s file, nor one that was sent to another notice', async () => {
    await using installation = await createTestInstallation();
    for (const { uploadId } of [
      await send(installation, 'programmeOffice'),
      await send(installation, 'officer', 'two'),
    ]) {
      await expect(installation.call('officer', 'evidence.add', { ...given, uploadId })).rejects.toMatchObject({
        message: 'Choose the file again.',
      });
    }
  });

  it('leaves the file to be taken where the change is refused', async () => {
    await using installation = await createTestInstallation();
    const { uploadId } = await send(installation, 'officer');
    const linked = { ...given, uploadId, actionIds: ['action-1', 'none'] };
    await expect(installation.call('officer', 'evidence.add', linked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const two = { ...given, uploadId, url: 'https://example.org' };
    await expect(installation.call('officer', 'evidence.add', two)).rejects.toMatchObject({
      message: 'Choose a file or enter a web address, not both.',
    });
    await expect(installation.call('officer', 'evidence.add', { ...given, uploadId })).resolves.toBeDefined();
  });
});

it('an officer links evidence to nothing that is another’s, in a new version and an edit neither', async () => {
  await using installation = await createTestInstallation();
  const url = 'https://example.org/families';
  const others = { ...given, url, actionIds: ['action-1', 'action-3'] };
  await installation.call('programmeOffice', 'action.create', {
    noticeId: 'one',
    reason: 'Agreed.',
    code: '1.03',
    title: 'Another’s',
    areaIds: ['area-1'],
    requirementIds: [],
    leadId: 'member-other-officer',
    deputyId: null,
    accountableId: null,
    organisation: 'NHS',
    due: '2023-06-30',
    successCriteria: null,
    measureIds: [],
    dependsOnIds: [],
  });
  const list = (await installation.call('officer', 'action.list', { noticeId: 'one' })) as {
    lines: { id: string; code: string }[];
  };
  const theirs = list.lines.find(({ code }) => code === '1.03')?.id ?? '';
  const linked = { ...others, actionIds: ['action-1', theirs] };
  const refused = { code: 'FORBIDDEN' };
  await expect(installation.call('officer', 'evidence.add', linked)).rejects.toMatchObject(refused);
  const ofSample = { ...linked, measureIds: ['measure-1'], requirementIds: ['req-1'], areaIds: ['area-1', 'area-2'] };
  await expect(
    installation.call('officer', 'evidence.add', { ...ofSample, replacesId: 'evidence-1' }),
  ).rejects.toMatchObject(refused);
  const edit = { ...ofSample, id: 'evidence-1', expectedVersion: 1, reason: 'It is theirs too.' };
  await expect(installation.call('officer', 'evidence.edit', edit)).rejects.toMatchObject(refused);
  await expect(installation.call('programmeOffice', 'evidence.edit', edit)).resolves.toBeDefined();
  // Now that it is of both, each may mend what it says, and neither may withdraw it alone.
  const mended = { ...edit, expectedVersion: 2, caption: 'What twelve families said' };
  await expect(installation.call('otherOfficer', 'evidence.edit', mended)).resolves.toBeDefined();
  const withdrawal = { noticeId: 'one', id: 'evidence-1', expectedVersion: 3, reason: 'Wrong county.' };
  await expect(installation.call('officer', 'evidence.withdraw', withdrawal)).rejects.toMatchObject(refused);
  await expect(installation.call('programmeOffice', 'evidence.withdraw', withdrawal)).resolves.toBeDefined();
});

describe('delivered with evidence', () => {
  it('is recorded whole or not at all', async () => {
    await using installation = await createTestInstallation();
    const { uploadId } = await send(installation, 'officer');
    const refused = { ...delivering, evidence: { ...evidence, uploadId, url: 'https://example.org' } };
    await expect(installation.call('officer', 'action.deliver', refused)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    const stale = { ...delivering, expectedVersion: 7, evidence: { ...evidence, uploadId } };
    await expect(installation.call('officer', 'action.deliver', stale)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await about(installation)).toHaveLength(1);
    const read = () => installation.call('officer', 'action.read', { noticeId: 'one', id: 'action-1' });
    expect(await read()).toMatchObject({ stage: 'notStarted' });
    await installation.call('officer', 'action.deliver', { ...delivering, evidence: { ...evidence, uploadId } });
    expect(await read()).toMatchObject({ stage: 'delivered', evidence: { seen: 2 } });
    expect(await about(installation)).toHaveLength(2);
  });
});

describe('the gates', () => {
  it('are passed in turn by the lead, the programme office and the chair, and by nobody else', async () => {
    await using installation = await createTestInstallation();
    const url = 'https://example.org/families';
    for (const [procedure, allowed] of [
      ['action.evidence', 'programmeOffice'],
      ['action.embed', 'programmeOffice'],
      ['action.assure', 'chair'],
    ] as const) {
      for (const person of Object.keys(people) as Person[]) {
        const code = person === allowed ? 'CONFLICT' : 'FORBIDDEN';
        await expect(installation.call(person, procedure, step(1))).rejects.toMatchObject({ code });
      }
    }
    await installation.call('officer', 'action.deliver', { ...delivering, evidence: { ...evidence, url } });
    // The sample has data and a waiver of voice.
    await expect(installation.call('programmeOffice', 'action.evidence', step(2))).rejects.toMatchObject({
      message: 'The action can’t be called evidenced yet. No evidence of impact in practice, and no waiver of it.',
    });
    const waiver = { noticeId: 'one', actionId: 'action-1', kind: 'practice', reason: 'No case was handled yet.' };
    await expect(installation.call('officer', 'waiver.record', waiver)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await installation.call('programmeOffice', 'waiver.record', waiver);
    await installation.call('programmeOffice', 'action.evidence', step(2));
    await expect(installation.call('programmeOffice', 'action.embed', step(3))).rejects.toMatchObject({
      message: expect.stringMatching(/has held its target for 0 of 3 readings in a row/) as string,
    });
    await installation.call('chair', 'action.assure', step(3));
    await expect(installation.call('chair', 'action.assure', step(4))).rejects.toMatchObject({
      message: 'The action is assured already. Reload the page to see it.',
    });
    const history = await installation.call('monitor', 'action.read', { noticeId: 'one', id: 'action-1' });
    expect(history).toMatchObject({ stage: 'assured', gates: [] });
  });
});
