import { z } from 'zod';
import {
  type IsoDate,
  isoDate,
  looseDateFields,
  rowFields,
  sourceFields,
  title,
  text,
  withdrawable,
  words,
} from './fields.ts';
import { eventKinds, keysOf, rhythms, sectors, workingDays } from './scales.ts';

/** When everybody reports, how they are reminded, and what they may send: the settings of a notice that the programme office keeps. */
export const reporting = {
  reportEvery: z.enum(keysOf(rhythms), 'Choose how often everybody reports.'),
  /** A day on which updates close; every other period is counted from it. One that is no working day closes on the last before it. */
  reportsCloseFrom: isoDate,
  /** How many working days before it closes a period opens for updates. */
  reportOpenDays: z.int().min(1, 'Give 1 working day or more.').max(20, 'Give 20 working days or fewer.'),
  /** How many working days after it closed an update is not yet late. */
  reportGraceDays: z.int().min(0, 'Give 0 working days or more.').max(20, 'Give 20 working days or fewer.'),
  /** What everybody is told above the updates that are due from them. */
  reportInstructions: words('Instructions').nullable(),
  /** How many working days before it closes whoever owes an update is reminded by e-mail. */
  remindSoonDays: z.int().min(0, 'Give 0 working days or more.').max(20, 'Give 20 working days or fewer.'),
  /** The days of the week on which whoever is late is reminded. */
  remindLateOn: z.array(z.enum(keysOf(workingDays))).max(5),
  /** How many days a link lets a person update without an account; 0 while there are no such links. */
  linkDays: z.int().min(0, 'Give 0 days or more.').max(31, 'Give 31 days or fewer.'),
  /** How much evidence the notice may hold, in megabytes of 1,000,000 bytes. */
  evidenceMegabytes: z.int().min(1, 'Give 1 megabyte or more.').max(100_000, 'Give 100,000 megabytes or fewer.'),
};

/** How a notice reports until the programme office says otherwise: monthly, counted from the day of issue, without links. */
export const reportingAtFirst = (issuedOn: IsoDate): Pick<Notice, keyof typeof reporting> => ({
  reportEvery: 'monthly',
  reportsCloseFrom: issuedOn,
  reportOpenDays: 5,
  reportGraceDays: 2,
  reportInstructions: null,
  remindSoonDays: 3,
  remindLateOn: ['tuesday', 'thursday'],
  linkDays: 0,
  evidenceMegabytes: 500,
});

/** How many cases a caseworker can carry, and who says so: what the capacity of the team is measured by (domain.md, "Capacity"). */
export const ratio = {
  casesPerWorker: z
    .number('Enter a number of cases, such as 250.')
    .min(1, 'Enter 1 case or more.')
    .max(10_000, 'Enter 10,000 cases or fewer.')
    .nullable(),
  casesPerWorkerSource: text('Source of the ratio', 500).nullable(),
};

/** No ratio is anybody's until somebody names its source. */
export const ratioAtFirst: Pick<Notice, keyof typeof ratio> = { casesPerWorker: null, casesPerWorkerSource: null };

/** When the papers of a meeting are due, and who has to be there before a board may decide. */
export const meetingRules = {
  /** How many working days before a meeting its papers are due. */
  papersDueDays: z.int().min(0, 'Give 0 working days or more.').max(20, 'Give 20 working days or fewer.'),
  /** How many members have to be present at least. */
  quorumPresent: z.int().min(0, 'Give 0 members or more.').max(50, 'Give 50 members or fewer.'),
  /** The sectors of which at least one member has to be present. */
  quorumSectors: z.array(z.enum(keysOf(sectors))).max(3),
};

/** Papers five working days before, and three members with one of each sector, until the chair says otherwise. */
export const meetingRulesAtFirst: Pick<Notice, keyof typeof meetingRules> = {
  papersDueDays: 5,
  quorumPresent: 3,
  quorumSectors: ['education', 'health', 'care'],
};

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
  ...reporting,
  ...ratio,
  ...meetingRules,
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
