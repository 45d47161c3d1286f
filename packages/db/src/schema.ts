/** The tables as Kysely sees them. Those of the plan follow from the domain's rows; migrations/ makes them. */
import type { Account } from '@noticeboard/domain/account';
import type { Instant } from '@noticeboard/domain/fields';
import type { Entity, Rows } from '@noticeboard/domain/plan';
import type { MailState } from '@noticeboard/domain/scales';

type Snake<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Snake<Rest>}`
  : Name;

/** Lists of ids are kept in link tables, other lists as JSON text. */
type Column<Value> = Value extends readonly unknown[] ? string : Value;

/** A row as its table holds it: snake_case columns, and when and by whom its last change was recorded. */
type TableOf<Row> = {
  [Field in keyof Row & string as Field extends `${string}Ids` ? never : Snake<Field>]: Column<Row[Field]>;
} & { recorded_at: Instant; recorded_by: string };

/** One ordered list of ids: the row that has it and the rows that it names. */
type LinkTable<Owner extends string, Linked extends string> = { notice_id: string; position: number } & Record<
  Owner | Linked,
  string
>;

/** One entry of a chain. `row_text`, `salt` and `reason` are null once the entry has been redacted. */
export type LedgerEntryTable = {
  chain: string;
  seq: number;
  at: Instant;
  actor: string;
  kind: 'created' | 'changed' | 'redaction';
  entity: string;
  entity_id: string;
  version: number;
  reason: string | null;
  change_id: string;
  schema_version: number;
  row_text: string | null;
  salt: string | null;
  content_hash: string;
  hash: string;
};

/** The head of each chain; `redacted_seq` is the position of its last redaction, 0 where there is none. */
export type LedgerChainTable = { chain: string; seq: number; hash: string; at: Instant; redacted_seq: number };

/** What the authentication library keeps. On SQLite its dates are ISO text and its booleans 0 or 1. */
type AuthDate = string | Date;
type AuthUserTable = {
  id: string;
  name: string;
  email: string;
  emailVerified: number | boolean;
  image: string | null;
  createdAt: AuthDate;
  updatedAt: AuthDate;
};
type AuthSessionTable = {
  id: string;
  expiresAt: AuthDate;
  token: string;
  createdAt: AuthDate;
  updatedAt: AuthDate;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
};
type AuthAccountTable = {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: AuthDate | null;
  refreshTokenExpiresAt: AuthDate | null;
  scope: string | null;
  password: string | null;
  createdAt: AuthDate;
  updatedAt: AuthDate;
};
type AuthVerificationTable = {
  id: string;
  identifier: string;
  value: string;
  expiresAt: AuthDate;
  createdAt: AuthDate;
  updatedAt: AuthDate;
};

/** The bytes of evidence and of frozen pages, once for each content: `hash` is their SHA-256 in hexadecimal, `size` their number. */
type FileTable = { hash: string; size: number; added_at: Instant; bytes: Uint8Array };

/** A file that a member sent and no evidence names yet. Its media type follows from what was found in it. */
type UploadTable = {
  id: string;
  notice_id: string;
  member_id: string;
  hash: string;
  name: string;
  media_type: string;
  at: Instant;
};

/** What a member has typed about one row (`about`: "action action-6.04") and not submitted; `body` is JSON. */
type DraftTable = { notice_id: string; member_id: string; about: string; body: string; saved_at: Instant };

/** The e-mail address of a member who has no account. It stands outside the ledger, so that it can be erased. */
type ContactTable = { notice_id: string; member_id: string; email: string };

/**
 * The outbox: at most one mail an e-mail address (`recipient`) and day of the plan. `next_try_at` is real time: when a queued
 * one may be tried, and until when one that is being sent belongs to whoever took it.
 */
type MailTable = {
  id: string;
  recipient: string;
  day: string;
  subject: string;
  state: MailState;
  tries: number;
  next_try_at: Instant;
  problem: string | null;
  made_at: Instant;
  done_at: Instant | null;
};

/** What a mail says of one notice, to one member of it, and the `way` by which they answer: signed in, by link, or to the office. */
export type MailPartTable = {
  mail_id: string;
  notice_id: string;
  member_id: string;
  position: number;
  body: string;
  way: 'pages' | 'link' | 'office';
};

/** A link by which one person updates without an account; the token itself is kept nowhere. Its instants are real time. */
type UpdateLinkTable = {
  id: string;
  notice_id: string;
  member_id: string;
  token_hash: string;
  made_at: Instant;
  expires_at: Instant;
  /** When nothing was left that it could open. */
  done_at: Instant | null;
  revoked_at: Instant | null;
};

/** A link by which a calendar reads the meetings of a notice as one member; the token itself is kept nowhere. Its instants are real time. */
type CalendarLinkTable = {
  id: string;
  notice_id: string;
  member_id: string;
  token_hash: string;
  made_at: Instant;
  revoked_at: Instant | null;
};

export type Tables = { [E in Entity as Snake<E>]: TableOf<Rows[E]> } & {
  account: TableOf<Account>;
  requirement_measure: LinkTable<'requirement_id', 'measure_id'>;
  measure_balance: LinkTable<'measure_id', 'balanced_by_id'>;
  action_area: LinkTable<'action_id', 'area_id'>;
  action_requirement: LinkTable<'action_id', 'requirement_id'>;
  action_measure: LinkTable<'action_id', 'measure_id'>;
  action_dependency: LinkTable<'action_id', 'depends_on_id'>;
  evidence_action: LinkTable<'evidence_id', 'action_id'>;
  evidence_measure: LinkTable<'evidence_id', 'measure_id'>;
  evidence_requirement: LinkTable<'evidence_id', 'requirement_id'>;
  evidence_area: LinkTable<'evidence_id', 'area_id'>;
  focus_action: LinkTable<'focus_id', 'action_id'>;
  area_report_evidence: LinkTable<'area_report_id', 'evidence_id'>;
  risk_area: LinkTable<'risk_id', 'area_id'>;
  risk_action: LinkTable<'risk_id', 'action_id'>;
  file: FileTable;
  upload: UploadTable;
  draft: DraftTable;
  contact: ContactTable;
  mail: MailTable;
  mail_part: MailPartTable;
  update_link: UpdateLinkTable;
  calendar_link: CalendarLinkTable;
  ledger_entry: LedgerEntryTable;
  ledger_chain: LedgerChainTable;
  auth_user: AuthUserTable;
  auth_session: AuthSessionTable;
  auth_account: AuthAccountTable;
  auth_verification: AuthVerificationTable;
  migration: { name: string; applied_at: Instant };
};
