/** The tables that a backup holds and a restore fills, and how their rows are written. */
import type { Connection } from './database.ts';
import { entityTables, ledgerEntities } from './entity-table.ts';

/** What a backup holds, in the order of the file: a table comes after those that it refers to. */
export const keptTables = [
  'ledger_chain',
  'ledger_entry',
  'auth_user',
  'auth_account',
  'auth_verification',
  'file',
  'contact',
  'draft',
] as const;
export type KeptTable = (typeof keptTables)[number];

export const pageKeys = {
  ledger_chain: ['chain'],
  ledger_entry: ['chain', 'seq'],
  auth_user: ['id'],
  auth_account: ['id'],
  auth_verification: ['id'],
  file: ['hash'],
  contact: ['notice_id', 'member_id'],
  draft: ['notice_id', 'member_id', 'about'],
} as const satisfies Record<KeptTable, readonly string[]>;

/** How many rows are in memory at once: of files one, whose bytes may be 15 MB. */
export const pageSizeOf = (table: KeptTable): number => (table === 'file' ? 1 : 500);

/** What a restore empties first: rows before those that they refer to. */
export const emptied = [
  'upload',
  'file',
  'contact',
  'draft',
  'mail_part',
  'mail',
  'update_link',
  'calendar_link',
  ...ledgerEntities.flatMap((entity) => entityTables[entity].links.map(({ table }) => table)),
  ...ledgerEntities.map((entity) => entityTables[entity].name),
  'ledger_entry',
  'ledger_chain',
  'auth_session',
  'auth_account',
  'auth_verification',
  'auth_user',
];

export type Row = Record<string, unknown>;

/** Bytes are written in base64, which a line of JSON can hold. */
export const writtenRow = (row: Row): Row =>
  row['bytes'] instanceof Uint8Array ? { ...row, bytes: Buffer.from(row['bytes']).toString('base64') } : row;

/** Gives a row as the database keeps it: only sign-in has booleans, and SQLite keeps them as numbers; only files have bytes. */
export function rowFor({ dialect }: Connection, row: Row): Row {
  if (typeof row['bytes'] === 'string') return { ...row, bytes: Buffer.from(row['bytes'], 'base64') };
  if (!('emailVerified' in row)) return row;
  const verified = Boolean(row['emailVerified']);
  return { ...row, emailVerified: dialect === 'sqlite' ? Number(verified) : verified };
}
