/** The pages of frozen documents: which of them hold what an entry says, and how a document stands without its page. */
import { isRealDate } from '@noticeboard/domain/calendar';
import type { Frozen } from '@noticeboard/domain/frozen';
import type { Entry } from './entry.ts';
import { schemas, type LedgerEntity, type LedgerRow } from './entity-table.ts';
import { readFile } from './files.ts';
import { record, type Writer } from './ledger.ts';
import { readRow, readRows } from './rows.ts';
import { rowOf } from './upcasters.ts';

/** How many words running tell a text from another; a shorter text is taken whole. */
const running = 4;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const joined = (words: readonly string[]): string => ` ${words.join(' ')} `;

const runsOf = (text: string): string[] => {
  const words = wordsOf(text);
  if (words.length <= running) return words.length === 0 ? [] : [joined(words)];
  return words.slice(running - 1).map((_, index) => joined(words.slice(index, index + running)));
};

/** What only Noticeboard reads: ids, and what a file is. */
const technical = /^(?:id|version|noticeId|bytes|mediaType|hash|fileHash|seq|.+Ids?)$/;

type Schema = { def: { type: string; innerType?: Schema; element?: Schema } };

const isOfScale = ({ def: { type, innerType, element } }: Schema): boolean => {
  const inner = innerType ?? element;
  return inner === undefined ? type === 'enum' : isOfScale(inner);
};

type Said = { texts: string[]; numbers: Map<string, number> };

/** Gives what a person wrote in a row: its texts, without values of a scale and dates, and its numbers. */
const saidIn = (entity: LedgerEntity, row: LedgerRow): Said => {
  const said: Said = { texts: [], numbers: new Map() };
  const shape = schemas[entity].shape as unknown as Readonly<Record<string, Schema>>;
  for (const [field, value] of Object.entries(row)) {
    if (technical.test(field)) continue;
    if (typeof value === 'number') said.numbers.set(field, value);
    const texts = [value].flat().filter((each): each is string => typeof each === 'string' && !isRealDate(each));
    const schema = shape[field];
    if (schema && !isOfScale(schema)) said.texts.push(...texts);
  }
  return said;
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

const character = (whole: string, name: string): string =>
  name.startsWith('#')
    ? String.fromCodePoint(name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)))
    : (entities[name] ?? whole);

/** Gives the words that a page shows, as one text. */
const shownOn = (page: Uint8Array): string =>
  joined(
    wordsOf(
      Buffer.from(page)
        .toString('utf8')
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, character),
    ),
  );

/**
 * Gives the frozen documents whose pages hold what an entry says and the row as it stands no longer does: four words running of
 * any of its texts or of its reason, or the whole of a shorter one. A number can't be told from another one of the same value,
 * so where a number was changed since, every page that was made after the entry counts.
 */
export async function pagesHolding(writer: Writer, entry: Entry): Promise<Frozen[]> {
  const { chain, seq, entityId, rowText, reason, schemaVersion } = entry;
  const entity = entry.entity as LedgerEntity;
  if (rowText === null || entity === 'account') return [];
  const made = (await readRows(writer, 'frozen', chain)).filter((row) => row.fileHash !== null && row.seq >= seq);
  const standing = await readRow(writer, entity, { noticeId: chain, id: entityId });
  if (made.length === 0 || !standing) return [];
  const [was, is] = [saidIn(entity, rowOf(entity, rowText, schemaVersion)), saidIn(entity, standing)];
  const still = is.texts.map((text) => joined(wordsOf(text)));
  const gone = [...was.texts, ...(reason === null ? [] : [reason])]
    .flatMap(runsOf)
    .filter((run) => still.every((text) => !text.includes(run)));
  const changed = [...was.numbers].some(([field, value]) => is.numbers.get(field) !== value);
  const holding: Frozen[] = [];
  for (const { recordedAt: _at, recordedBy: _by, ...frozen } of made) {
    const page = frozen.fileHash === null ? null : await readFile(writer, frozen.fileHash);
    const shown = page === null ? '' : shownOn(page);
    if (changed || gone.some((run) => shown.includes(run))) holding.push(frozen);
  }
  return holding;
}

/** Records that a frozen document stands without its page, which was erased by law. */
export async function takeOutPage(writer: Writer, { version, ...row }: Frozen): Promise<void> {
  await record(writer, { entity: 'frozen', row: { ...row, fileHash: null, bytes: null }, expectedVersion: version });
}
