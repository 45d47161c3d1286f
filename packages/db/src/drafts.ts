/** What members have typed and not submitted. It stands beside the ledger: a draft is nobody's word yet. */
import { draft, type Draft } from '@noticeboard/domain/draft';
import type { Instant } from '@noticeboard/domain/fields';
import type { Connection } from './database.ts';
import { run } from './statement.ts';

/** A draft with the row that it is about ("action action-6.04"), and when it was kept. */
export type KeptDraft = { about: string; body: Draft; savedAt: Instant };

/** Whose drafts: those of a member who is signed in, or of whoever holds a link to them (`linkWriter`), which are kept apart. */
type Writer = { noticeId: string; memberId: string };

/** Keeps what a member has typed about a row, in place of what was kept of it before. */
export async function keepDraft(
  connection: Connection,
  { noticeId, memberId }: Writer,
  { about, body, savedAt }: KeptDraft,
): Promise<void> {
  await run(
    connection,
    `insert into draft (notice_id, member_id, about, body, saved_at) values (?, ?, ?, ?, ?)
     on conflict (notice_id, member_id, about) do update set body = excluded.body, saved_at = excluded.saved_at`,
    [noticeId, memberId, about, JSON.stringify(body), savedAt],
  );
}

/** Gives what a member has typed and not submitted, by row. What an earlier release kept in another shape is left out. */
export async function readDrafts(connection: Connection, { noticeId, memberId }: Writer): Promise<KeptDraft[]> {
  const { rows } = await run<{ about: string; body: string; savedAt: Instant }>(
    connection,
    `select about, body, saved_at as "savedAt" from draft where notice_id = ? and member_id = ? order by about`,
    [noticeId, memberId],
  );
  return rows.flatMap(({ about, body, savedAt }) => {
    const { data } = draft.safeParse(JSON.parse(body));
    return data ? [{ about, body: data, savedAt }] : [];
  });
}

/**
 * Gives the draft of a row that its writer has not seen: one that they typed elsewhere meanwhile. Null where there is none.
 * @param seenAt when the one was kept that they have seen; null where they have seen none
 */
export async function unseenDraft(
  connection: Connection,
  writer: Writer,
  about: string,
  seenAt: Instant | null,
): Promise<KeptDraft | null> {
  const kept = (await readDrafts(connection, writer)).find((each) => each.about === about);
  return kept === undefined || kept.savedAt === seenAt ? null : kept;
}

/** Forgets what a member has typed about some rows, such as once it is submitted. */
export async function dropDrafts(
  connection: Connection,
  { noticeId, memberId }: Writer,
  abouts: readonly string[],
): Promise<void> {
  for (const about of abouts)
    await run(connection, 'delete from draft where notice_id = ? and member_id = ? and about = ?', [
      noticeId,
      memberId,
      about,
    ]);
}

/** Forgets everything that a writer has typed. */
export async function dropAllDrafts(connection: Connection, { noticeId, memberId }: Writer): Promise<void> {
  await run(connection, 'delete from draft where notice_id = ? and member_id = ?', [noticeId, memberId]);
}
