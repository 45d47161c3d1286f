import { z } from 'zod';
import { isoDate, looseDateFields, rowFields, sourceFields, title, text, withdrawable, words } from './fields.ts';
import { eventKinds, keysOf } from './scales.ts';

/** An Improvement Notice: who got it from whom, when, and from which day its checkpoints are counted. `id` equals `noticeId`. */
export const notice = z.object({
  ...rowFields,
  /** Short name, as in the header: "Kent County Council, SEND Improvement Notice". */
  title: title('Title'),
  authority: title('Authority'),
  partners: text('Partners', 500).nullable(),
  subject: text('Subject', 500),
  issuedBy: title('Issued by'),
  issuedOn: isoDate,
  checkpointBase: isoDate,
  checkpointMonths: z
    .array(
      z
        .int()
        .min(1, 'A checkpoint is at least 1 month after the base date.')
        .max(120, 'A checkpoint is at most 120 months after the base date.'),
    )
    .min(1, 'Give at least one checkpoint.')
    .max(12, 'Give 12 checkpoints or fewer.')
    .refine(
      (months) => months.every((month, index) => index === 0 || month > (months[index - 1] ?? 0)),
      'Give the checkpoints in rising order, each once.',
    ),
  /** A fictional notice says so on every page. */
  nature: z.enum(['real', 'fictional']),
  /** By how many days the programme office may move a due date without the chair. */
  dateMoveLimitDays: z.int().min(0, 'The limit is 0 days or more.').max(366, 'The limit is 366 days or fewer.'),
  /** After how many days without an update an action counts as silent. */
  updateEveryDays: z.int().min(1, 'Give 1 day or more.').max(366, 'Give 366 days or fewer.'),
  ...sourceFields,
  ...withdrawable,
});
export type Notice = z.infer<typeof notice>;

/** Something that happened, or is set to happen, in the life of a notice. */
export const noticeEvent = z.object({
  ...rowFields,
  kind: z.enum(keysOf(eventKinds)),
  title: title('Title'),
  note: words('Note').nullable(),
  ...looseDateFields,
  ...sourceFields,
  ...withdrawable,
});
export type NoticeEvent = z.infer<typeof noticeEvent>;
