import { readAccount } from '@noticeboard/db/account';
import type { Database } from '@noticeboard/db/database';
import { installation, record, write } from '@noticeboard/db/ledger';
import { londonDay } from '@noticeboard/domain/calendar';
import type { Instant, IsoDate } from '@noticeboard/domain/fields';
import { generatePlan, type Step } from '@noticeboard/domain/generator/plan';
import type { Change } from '@noticeboard/domain/plan';
import { makeAccount } from '../accounts.ts';
import { demonstrationAccounts } from './accounts.ts';
import { kentFolder, readScript } from './kent.ts';

const actor = '@demonstration';
const exampleshireSeed = 20_230_925;

/** Gives an instant of a working day: the first at ten past eight, the next some minutes later, the last before the evening. */
const workingTime = (day: IsoDate, count: number): Instant => {
  const minutes = Math.min(8 * 60 + 10 + count * 6, 16 * 60 + 50);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00.000Z`;
};

const at = (db: Database, instant: Instant): Database => ({
  ...db,
  clock: { now: () => instant, today: () => londonDay(instant) },
});

const makeAccounts = async (db: Database, day: IsoDate): Promise<void> => {
  const known = await Promise.all(demonstrationAccounts.map(({ id }) => readAccount(db, id)));
  const missing = demonstrationAccounts.filter((_, index) => !known[index]);
  if (missing.length === 0) return;
  await write(at(db, workingTime(day, 0)), { chain: installation, actor, reason: 'The demonstration begins' }, async (writer) => {
    for (const { id, title, office } of missing) {
      await makeAccount(writer, { id, email: `${id}@example.gov.uk`, title, office, state: 'active' });
    }
  });
};

type Standing = { versions: Map<string, number>; lastDay: IsoDate | null };

const keyOf = ({ entity, row }: Change): string => `${entity} ${row.id}`;

const standingOf = async ({ kysely }: Database, noticeId: string): Promise<Standing> => {
  const head = await kysely.selectFrom('ledger_chain').select('at').where('chain', '=', noticeId).executeTakeFirst();
  const rows = await kysely
    .selectFrom('ledger_entry')
    .select(({ fn }) => ['entity', 'entity_id', fn.max('version').as('version')])
    .where('chain', '=', noticeId)
    .groupBy(['entity', 'entity_id'])
    .execute();
  return {
    versions: new Map(rows.map(({ entity, entity_id: id, version }) => [`${entity} ${id}`, Number(version)])),
    lastDay: head ? londonDay(head.at) : null,
  };
};

const isFirst = (step: Step, index: number, steps: readonly Step[]): boolean => step.day !== steps[index - 1]?.day;

/** Records what a script holds up to a day and the ledger does not. A row that a person changed since stays as they left it. */
const loadScript = async (db: Database, noticeId: string, script: readonly Step[], until: IsoDate): Promise<number> => {
  const { versions, lastDay } = await standingOf(db, noticeId);
  const theirs = new Set<string>();
  let recorded = 0;
  let count = 0;
  for (const [index, step] of script.entries()) {
    count = isFirst(step, index, script) ? 0 : count + 1;
    if (step.day > until || (lastDay !== null && step.day < lastDay)) continue;
    const changes = step.changes.filter((change) => {
      const stands = versions.get(keyOf(change)) ?? 0;
      // A later version on the last day recorded is the script's own; one that is there before its day is a person's.
      if (stands !== change.expectedVersion && step.day !== lastDay) theirs.add(keyOf(change));
      return stands === change.expectedVersion && !theirs.has(keyOf(change));
    });
    if (changes.length === 0) continue;
    const { actor: by, reason } = step;
    await write(at(db, workingTime(step.day, count)), { chain: noticeId, actor: by, reason }, async (writer) => {
      for (const change of changes) await record(writer, change);
    });
    for (const change of changes) versions.set(keyOf(change), change.expectedVersion + 1);
    recorded += changes.length;
  }
  return recorded;
};

const exampleshire = (): Step[] =>
  generatePlan({ seed: exampleshireSeed, accounts: { 'member-monitor': 'demo-monitor' } });

/**
 * Loads the notices that ship with the product, each change on its own day, up to and with the day `until`. What is there
 * already stays, so a load that was cut short goes on where it ended, and a second one does nothing.
 * @param say is told, in a sentence, what was loaded; nothing where nothing was
 * @throws OperatorError with the file and line where a shipped file can't be read
 */
export const loadDemonstration = async (
  db: Database,
  { until, say = () => undefined }: { until: IsoDate; say?: (line: string) => void },
): Promise<void> => {
  const notices = [
    { noticeId: 'kent-2023', name: 'Kent', script: readScript(kentFolder) },
    { noticeId: 'exampleshire', name: 'Exampleshire, which is fictional,', script: exampleshire() },
  ];
  const [first = until] = notices.flatMap(({ script }) => script[0]?.day ?? []).toSorted();
  await makeAccounts(db, first < until ? first : until);
  for (const { noticeId, name, script } of notices) {
    const recorded = await loadScript(db, noticeId, script, until);
    if (recorded > 0) say(`Loaded ${name} with ${recorded.toLocaleString('en-GB')} recorded changes.`);
  }
};
