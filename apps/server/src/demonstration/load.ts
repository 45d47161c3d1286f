import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readAccount } from '@noticeboard/db/account';
import { setContact } from '@noticeboard/db/contact';
import type { Database } from '@noticeboard/db/database';
import { keepFile } from '@noticeboard/db/files';
import { installation, record, write, type Writer } from '@noticeboard/db/ledger';
import { readPlan } from '@noticeboard/db/plan';
import { londonDay } from '@noticeboard/domain/calendar';
import type { Instant, IsoDate } from '@noticeboard/domain/fields';
import { generatePlan } from '@noticeboard/domain/generator/plan';
import type { MeetingKind } from '@noticeboard/domain/scales';
import type { Step } from '@noticeboard/domain/generator/setting';
import type { Change, Head } from '@noticeboard/domain/plan';
import { makeAccount, setAccountState } from '../accounts.ts';
import { freezeDocument } from '../documents/freeze.ts';
import { packPage } from '../documents/pack.ts';
import { submissionPage } from '../documents/submission.ts';
import { demonstrationAccounts } from './accounts.ts';
import { evidenceFolder } from './kent-reporting.ts';
import { kentFolder, readScript } from './kent.ts';
import { standingOf } from './touched.ts';

const actor = '@demonstration';
/** Where nothing of a working day comes after it. */
const last = Infinity;
const exampleshireSeed = 20_230_925;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Gives an instant of a working day: the first at ten past eight, the next some minutes later, the last before the evening. */
const workingTime = (day: IsoDate, count: number): Instant => {
  const minutes = Math.min(8 * 60 + 10 + count * 6, 16 * 60 + 50);
  return `${day}T${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:00.000Z`;
};

const at = (db: Database, instant: Instant): Database => ({
  ...db,
  clock: { now: () => instant, today: () => londonDay(instant) },
});

type ShippedPack = { day: IsoDate; meetingId: string; memberId: string };

/**
 * A notice that ships: its id, its name in a sentence, its script, the folder of the files that its evidence names, and the packs
 * that were frozen.
 */
export type Shipped = {
  noticeId: string;
  name: string;
  script: readonly Step[];
  evidence?: string;
  packs?: readonly ShippedPack[];
};

const accountsOf = async (db: Database) => {
  const known = await Promise.all(demonstrationAccounts.map(({ id }) => readAccount(db, id)));
  return known.filter((account) => account !== null);
};

/** Whether a load went through for this day or a later one: the accounts are recorded when all is loaded, on the day it is loaded to. */
const isLoaded = async (db: Database, until: IsoDate): Promise<boolean> => {
  const accounts = await accountsOf(db);
  return (
    accounts.length === demonstrationAccounts.length &&
    accounts.every(({ state }) => state !== 'invited') &&
    accounts.some(({ recordedAt }) => londonDay(recordedAt) >= until)
  );
};

const makeAccounts = async (db: Database, day: IsoDate): Promise<void> => {
  const known = new Set((await accountsOf(db)).map(({ id }) => id));
  const missing = demonstrationAccounts.filter(({ id }) => !known.has(id));
  if (missing.length === 0) return;
  const reason = 'The demonstration is being loaded';
  await write(at(db, workingTime(day, 0)), { chain: installation, actor, reason }, async (writer) => {
    for (const { id, title, office } of missing) {
      await makeAccount(writer, { id, email: `${id}@example.gov.uk`, title, office });
    }
  });
};

/**
 * Opens the accounts, and so leaves an entry on the day that all is loaded to, by which a later start knows it. Where they are
 * open already the first is recorded once more, as it is.
 */
const openAccounts = async (db: Database): Promise<void> => {
  const accounts = await accountsOf(db);
  const closed = accounts.filter(({ state }) => state === 'invited');
  await write(db, { chain: installation, actor, reason: 'The demonstration is loaded' }, async (writer) => {
    for (const { id } of closed) await setAccountState(writer, id, 'active');
    const [first] = accounts;
    if (closed.length > 0 || first === undefined) return;
    const { id, office, state, version } = first;
    await record(writer, { entity: 'account', row: { id, office, state }, expectedVersion: version });
  });
};

/** Gives the last day on which anything of a notice was recorded; null where nothing was. */
const lastDayOf = async ({ kysely }: Database, noticeId: string): Promise<IsoDate | null> => {
  const head = await kysely.selectFrom('ledger_chain').select('at').where('chain', '=', noticeId).executeTakeFirst();
  return head ? londonDay(head.at) : null;
};

/** Gives whoever joins without an account an e-mail address that goes nowhere. */
const giveAddress = async (writer: Writer, { entity, row, expectedVersion }: Change): Promise<void> => {
  if (entity !== 'member' || expectedVersion > 0 || row.accountId !== null) return;
  const email = `${row.id.replace('member-', '')}@example.gov.uk`;
  await setContact(writer, { noticeId: row.noticeId, memberId: row.id, email });
};

/** Keeps the file that a row of evidence names, from the folder of those that ship. */
const giveFile = async (writer: Writer, { entity, row }: Change, folder: string | undefined): Promise<void> => {
  if (entity !== 'evidence' || row.fileName === null || folder === undefined) return;
  await keepFile(writer, readFileSync(path.join(folder, row.fileName)), writer.now);
};

/** A version of the plan is the position of the ledger before the step that records it, which no script can know. */
const atPosition = (change: Change, head: Head): Change =>
  change.entity === 'planVersion' && change.expectedVersion === 0
    ? { ...change, row: { ...change.row, ...head } }
    : change;

const isFirst = (step: Step, index: number, steps: readonly Step[]): boolean => step.day !== steps[index - 1]?.day;

/** Freezes the pack of a meeting, or the submission for a review, at the end of its day, as its page would. */
const freezePack = async (db: Database, noticeId: string, { day, meetingId, memberId }: ShippedPack): Promise<void> => {
  const about = { chain: noticeId, actor: memberId, reason: 'Papers frozen' };
  await write(at(db, workingTime(day, last)), about, async (writer) => {
    const plan = await readPlan(writer, noticeId);
    const meeting = plan?.meetings.find(({ id }) => id === meetingId);
    const kind = meeting?.kind === 'dfeReview' ? 'submission' : 'pack';
    const frozenId = meetingId.replace('meeting-', `${kind}-`);
    if (!plan || !meeting || plan.frozen.some(({ id }) => id === frozenId)) return;
    const by = { who: { memberId, organisation: '', roles: [] }, today: day, createId: () => frozenId };
    const of = { meetingId, today: day, origin: '' };
    const sections = kind === 'pack' ? meeting.sections : [];
    const page = () =>
      kind === 'pack'
        ? packPage(writer, plan, { ...of, sections })
        : submissionPage(writer, plan, { ...of, number: 1 });
    await record(writer, await freezeDocument({ plan, by, writer }, { kind, meetingId, sections }, page));
  });
};

/** Records what a script holds up to a day and the ledger does not. What a person changed since stays as they left it. */
const loadScript = async (
  db: Database,
  { noticeId, script, evidence, packs = [] }: Shipped,
  until: IsoDate,
): Promise<number> => {
  const lastDay = await lastDayOf(db, noticeId);
  const { versionOf, isTheirs } = standingOf(await readPlan(db, noticeId), script);
  const since = new Map<string, number>();
  let recorded = 0;
  let count = 0;
  const toFreeze = packs.filter(({ day }) => day <= until && (lastDay === null || day >= lastDay));
  const freeze = async (due: readonly ShippedPack[]) => {
    for (const pack of due) await freezePack(db, noticeId, pack);
  };
  for (const [index, step] of script.entries()) {
    count = isFirst(step, index, script) ? 0 : count + 1;
    if (step.day > until || (lastDay !== null && step.day < lastDay)) continue;
    await freeze(toFreeze.splice(0, toFreeze.filter(({ day }) => day < step.day).length));
    const changes: Change[] = [];
    for (const change of step.changes) {
      const key = `${change.entity} ${change.row.id}`;
      if (isTheirs(change) || (since.get(key) ?? versionOf(change)) !== change.expectedVersion) continue;
      changes.push(change);
      // At once, because a step may change one row several times.
      since.set(key, change.expectedVersion + 1);
    }
    if (changes.length === 0) continue;
    const { actor: by, reason } = step;
    await write(at(db, workingTime(step.day, count)), { chain: noticeId, actor: by, reason }, async (writer) => {
      const { seq, hash } = writer.positions.get(noticeId) ?? { seq: 0, hash: '' };
      for (const scripted of changes) {
        const change = atPosition(scripted, { seq, hash });
        await record(writer, change);
        await giveAddress(writer, change);
        await giveFile(writer, change, evidence);
      }
    });
    recorded += changes.length;
  }
  await freeze(toFreeze);
  return recorded;
};

/** The papers of each meeting of a kind, frozen on the day that they were due by whoever planned it. */
const packsIn = (script: readonly Step[], kind: MeetingKind): ShippedPack[] =>
  script
    .flatMap(({ actor: memberId, changes }) =>
      changes.flatMap(({ entity, row, expectedVersion }) =>
        entity === 'meeting' && expectedVersion === 0 && row.kind === kind
          ? [{ day: row.papersDueOn, meetingId: row.id, memberId }]
          : [],
      ),
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));

const shippedKent = (): Shipped => {
  const script = readScript(kentFolder);
  const evidence = evidenceFolder(kentFolder);
  return { noticeId: 'kent-2023', name: 'Kent', script, evidence, packs: packsIn(script, 'board') };
};

const shippedExampleshire = (): Shipped => {
  const script = generatePlan({
    seed: exampleshireSeed,
    casework: true,
    stories: true,
    reviews: true,
    accounts: { 'member-monitor': 'demo-monitor' },
  });
  const name = 'Exampleshire, which is fictional,';
  return { noticeId: 'exampleshire', name, script, packs: packsIn(script, 'dfeReview') };
};

const shipped = (): Shipped[] => [shippedKent(), shippedExampleshire()];

/**
 * Loads the notices that ship with the product, each change on its own day, up to and with the day `until`. What is there
 * already stays, so a load that was cut short goes on where it ended, and a second one does nothing.
 * @param say is told, in a sentence, what was loaded; nothing where nothing was
 * @param read gives the notices, those that ship where it is left out; not called where all is loaded
 * @throws OperatorError with the file and line where a shipped file can't be read
 */
export const loadDemonstration = async (
  db: Database,
  {
    until,
    say = () => undefined,
    read = shipped,
  }: { until: IsoDate; say?: (line: string) => void; read?: () => readonly Shipped[] },
): Promise<void> => {
  if (await isLoaded(db, until)) return;
  const notices = read();
  const [first = until] = notices.flatMap(({ script }) => script[0]?.day ?? []).toSorted();
  await makeAccounts(db, first < until ? first : until);
  for (const notice of notices) {
    const recorded = await loadScript(db, notice, until);
    if (recorded > 0) say(`Loaded ${notice.name} with ${recorded.toLocaleString('en-GB')} recorded changes.`);
  }
  await openAccounts(at(db, workingTime(until, last)));
};
