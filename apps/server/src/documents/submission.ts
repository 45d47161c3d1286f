/** The submission for a review as a page, made from the plan as it stands. */
import type { Connection } from '@noticeboard/db/database';
import type { IsoDate } from '@noticeboard/domain/fields';
import type { Plan } from '@noticeboard/domain/plan';
import { submissionOf } from '@noticeboard/domain/views/submission';
import { renderSubmission } from '@noticeboard/paper/submission';
import { keptFilesOf } from '../evidence/archive-of-evidence.ts';
import { linksAt } from './pack.ts';

/**
 * Renders the submission for a review, with the position and hash of `plan.head` on it.
 * @param connection where the files are looked for: within a write, its writer
 */
export const submissionPage = async (
  connection: Connection,
  plan: Plan,
  { origin, ...of }: { meetingId: string; number: number; today: IsoDate; origin: string },
): Promise<string> => {
  const kept = await keptFilesOf(connection, plan);
  return renderSubmission(
    submissionOf(plan, of, (hash) => kept.has(hash)),
    linksAt(origin, plan, of.today),
  );
};
