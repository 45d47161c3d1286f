import { readAddresses } from '@noticeboard/db/contact';
import { expect, it } from 'vitest';
import { createTestInstallation, people, type Person, type TestInstallation } from '../testing/installation.ts';

const one = { noticeId: 'one' };
const lead = { ...one, title: 'Head of casework', organisation: 'Council', reason: 'Leads two actions.' };

const addLead = async (installation: TestInstallation, email: string | null): Promise<string> => {
  const { versions } = (await installation.call('programmeOffice', 'member.add', { ...lead, email })) as {
    versions: Record<string, number>;
  };
  return Object.keys(versions)[0] ?? '';
};
const contactOf = async (installation: TestInstallation, memberId: string) => {
  const contacts = (await installation.call('programmeOffice', 'contact.list', one)) as { memberId: string }[];
  return contacts.find((contact) => contact.memberId === memberId);
};

it('keeps the address of a lead without an account, and erases it', async () => {
  await using installation = await createTestInstallation();
  const id = await addLead(installation, 'Casework@Example.gov.uk');
  expect(await contactOf(installation, id)).toMatchObject({ email: 'casework@example.gov.uk', hasAccount: false });
  await installation.call('administrator', 'contact.set', { ...one, id, email: 'other@example.gov.uk' });
  expect(await contactOf(installation, id)).toMatchObject({ email: 'other@example.gov.uk' });
  await expect(
    installation.call('programmeOffice', 'contact.set', { ...one, id, email: 'nowhere' }),
  ).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  await installation.call('programmeOffice', 'contact.set', { ...one, id, email: null });
  expect(await contactOf(installation, id)).toMatchObject({ email: null });
  const ledger = await installation.db.kysely.selectFrom('ledger_entry').selectAll().execute();
  expect(JSON.stringify(ledger)).not.toMatch(/casework@|other@/i);
});

it('is that of the account once there is one', async () => {
  await using installation = await createTestInstallation();
  const id = await addLead(installation, 'casework@example.gov.uk');
  const invitation = { ...lead, memberId: id, email: 'head@example.gov.uk', roles: ['officer'], endsOn: null };
  await installation.call('administrator', 'member.invite', invitation);
  expect(await contactOf(installation, id)).toMatchObject({ email: null, hasAccount: true });
  const known = await readAddresses(installation.db, 'one');
  expect(known.find(({ memberId }) => memberId === id)).toMatchObject({
    email: 'head@example.gov.uk',
    account: 'invited',
  });
  await expect(
    installation.call('programmeOffice', 'contact.set', { ...one, id, email: 'casework@example.gov.uk' }),
  ).rejects.toThrow('has an account, and is written to at the address that they sign in with');
});

it('is known to the programme office as one from which mail came back, and written to again once it says so', async () => {
  await using installation = await createTestInstallation();
  const id = await addLead(installation, 'casework@example.gov.uk');
  const member = { ...one, id };
  await expect(installation.call('officer', 'contact.cameBack', member)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await installation.call('programmeOffice', 'contact.cameBack', member);
  const since = await contactOf(installation, id);
  expect(since).toMatchObject({ mailBouncedOn: expect.stringMatching(/^2023-/) as string });
  await expect(installation.call('programmeOffice', 'contact.cameBack', member)).rejects.toThrow(
    /^Mail to Head of casework came back on .* already\. They are not written to\.$/,
  );
  await installation.call('programmeOffice', 'contact.writeAgain', member);
  expect(await contactOf(installation, id)).toMatchObject({ mailBouncedOn: null });
});

it('is shown to nobody but the programme office and an administrator', async () => {
  await using installation = await createTestInstallation();
  await addLead(installation, 'casework@example.gov.uk');
  for (const person of Object.keys(people) as Person[]) {
    const allowed = person === 'programmeOffice' || person === 'administrator';
    const asked = await installation.call(person, 'contact.list', one).then(
      () => true,
      () => false,
    );
    expect({ person, asked }).toEqual({ person, asked: allowed });
  }
  const shown = await installation.call('programmeOffice', 'member.list', one);
  expect(JSON.stringify(shown)).not.toContain('@example');
});
