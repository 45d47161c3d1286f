/** What an entry of the ledger is, and the hashes that hold a chain together. Nothing here touches a database. */
import { hash as digest, randomBytes } from 'node:crypto';
import { DomainError } from '@noticeboard/domain/domain-error';
import type { Instant } from '@noticeboard/domain/fields';
import canonicalize from 'canonicalize';
import type { LedgerEntryTable } from './schema.ts';

/** The chain of what belongs to no notice: accounts and what they may do. */
export const installation = 'installation';

/** The hash before the first entry of a chain. */
export const genesis = '0'.repeat(64);

/** An entry as it is kept, in the names that the hash is made over. */
export type Entry = {
  chain: string;
  seq: number;
  at: Instant;
  actor: string;
  kind: LedgerEntryTable['kind'];
  entity: string;
  entityId: string;
  version: number;
  changeId: string;
  schemaVersion: number;
  contentHash: string;
  hash: string;
  /** Null once redacted, as are `rowText` and `salt`. */
  reason: string | null;
  rowText: string | null;
  salt: string | null;
};

const sha256 = (text: string) => digest('sha256', text, 'hex');

/** Gives a salt, without which a short text could be guessed from its hash after it was redacted. */
export const createSalt = (): string => randomBytes(16).toString('hex');

/**
 * Gives the RFC 8785 text of a value: the same for equal values, whoever writes it.
 * @throws DomainError for a text with a character that a database can't keep
 */
export function canonicalText(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch {
    text = undefined;
  }
  if (text === undefined || text.includes('\\u0000'))
    throw new DomainError(
      'invalid',
      'The text has a character that can’t be kept. Type the text again rather than pasting it.',
    );
  return text;
}

/** Gives the salted hash of what an entry says: its reason and its row. It alone enters the chain, so both can be erased. */
export const contentHashOf = (salt: string, reason: string | null, rowText: string): string =>
  sha256(`${salt}${JSON.stringify(reason)}${rowText}`);

/** Gives the hash of an entry: over the hash before it and the canonical text of everything in it but its content. */
export const entryHashOf = (before: string, entry: Omit<Entry, 'hash' | 'reason' | 'rowText' | 'salt'>): string =>
  sha256(
    before +
      canonicalText({
        chain: entry.chain,
        seq: entry.seq,
        at: entry.at,
        actor: entry.actor,
        kind: entry.kind,
        entity: entry.entity,
        entityId: entry.entityId,
        version: entry.version,
        changeId: entry.changeId,
        schemaVersion: entry.schemaVersion,
        contentHash: entry.contentHash,
      }),
  );

/** The columns of an entry, under the names of its fields. */
export const selectEntries = `select chain, seq, at, actor, kind, entity, entity_id as "entityId", version, reason,
  change_id as "changeId", schema_version as "schemaVersion", row_text as "rowText", salt,
  content_hash as "contentHash", hash from ledger_entry`;

/** Inserts an entry, with the parameters that `entryParameters` gives. */
export const insertEntry = `insert into ledger_entry (chain, seq, at, actor, kind, entity, entity_id, version, reason,
  change_id, schema_version, row_text, salt, content_hash, hash) values (${Array(15).fill('?').join(', ')})`;

export const entryParameters = (entry: Entry): unknown[] => [
  entry.chain,
  entry.seq,
  entry.at,
  entry.actor,
  entry.kind,
  entry.entity,
  entry.entityId,
  entry.version,
  entry.reason,
  entry.changeId,
  entry.schemaVersion,
  entry.rowText,
  entry.salt,
  entry.contentHash,
  entry.hash,
];
