/** The reviews of Exampleshire: one held, with what DfE judged and what the council answered, and one planned. */
import { addDays, addMonths } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Meeting } from '../meeting.ts';
import { meetingRulesAtFirst } from '../notice.ts';
import { papersDueFor } from '../rules/papers.ts';
import { keysOf, packSections, type JudgementRating } from '../scales.ts';
import { office, source, type Setting } from './setting.ts';

const monitor = 'member-monitor';

const reviewAt = (noticeId: string, id: string, title: string, on: IsoDate): Omit<Meeting, 'version'> => ({
  noticeId,
  id,
  kind: 'dfeReview',
  title,
  on,
  startsAt: '10:00',
  place: null,
  papersDueOn: papersDueFor(meetingRulesAtFirst, 'dfeReview', on),
  state: 'planned',
  closedOn: null,
  closedById: null,
  sections: keysOf(packSections),
  keyPoints: [],
  minutes: null,
  ...source,
});

const ofAreas: readonly { rating: JudgementRating; grounds: string }[] = [
  { rating: 'some', grounds: 'Families are told sooner who their caseworker is. Waits are as long as before.' },
  { rating: 'insufficient', grounds: 'Actions are reported as delivered without anything that shows their effect.' },
  { rating: 'sufficient', grounds: 'Parents were in the room when the offer was written, and say so themselves.' },
  { rating: 'some', grounds: 'The audits have begun. Two of three months were too small to say anything.' },
  { rating: 'some', grounds: 'Schools report that the advice line is answered. It is not known whether it helps.' },
  { rating: 'insufficient', grounds: 'Timeliness fell in the last quarter, and the plan to recover has no dates.' },
  { rating: 'some', grounds: 'Posts are filled by agency staff. The permanent team is not there yet.' },
  { rating: 'sufficient', grounds: 'The partners meet, decide, and write down what they decided.' },
  { rating: 'some', grounds: 'Data are shared each month. Their quality is not checked.' },
];
const ofRequirements: readonly { code: string; rating: JudgementRating; grounds: string }[] = [
  { code: '1', rating: 'sufficient', grounds: 'The plan covers every area of weakness.' },
  { code: '2', rating: 'sufficient', grounds: 'The board meets monthly, and its chair is independent.' },
  { code: '3', rating: 'some', grounds: 'Targets are set. A third of the measures have no reading.' },
  { code: '4', rating: 'insufficient', grounds: 'The casework team is neither permanent nor trained.' },
  { code: '5', rating: 'notJudged', grounds: 'Its day is still to come.' },
];

const putJudgements = ({ noticeId, put }: Setting, areas: number, on: IsoDate): void => {
  const common = { day: on, actor: monitor, reason: 'DfE published what it judged.' };
  const row = { noticeId, voice: 'dfe', on, byId: monitor, meetingId: 'meeting-review-1', ...source } as const;
  for (const [index, { rating, grounds }] of ofAreas.slice(0, areas).entries())
    put({
      ...common,
      entity: 'judgement',
      row: {
        ...row,
        id: `judgement-dfe-area-${index + 1}`,
        areaId: `area-${index + 1}`,
        requirementId: null,
        rating,
        grounds,
        withdrawnOn: null,
      },
    });
  for (const { code, rating, grounds } of ofRequirements)
    put({
      ...common,
      entity: 'judgement',
      row: {
        ...row,
        id: `judgement-dfe-req-${code}`,
        areaId: null,
        requirementId: `req-${code}`,
        rating,
        grounds,
        withdrawnOn: null,
      },
    });
};

/** Puts a review seven months after the issue, with its outcome, and one planned for the thirteenth month. */
export const putReviews = (setting: Setting, areas: number): void => {
  const { noticeId, issuedOn, agreedOn, put } = setting;
  const [first, second] = [addMonths(issuedOn, 7), addMonths(issuedOn, 13)];
  const answeredOn = addDays(first, 21);
  const review = reviewAt(noticeId, 'meeting-review-1', 'First DfE review', first);
  const planned = { actor: office, reason: 'The review was planned.', entity: 'meeting' } as const;
  put({ ...planned, day: agreedOn, row: review });
  put({
    ...planned,
    day: first,
    reason: 'The review was held.',
    row: { ...review, state: 'closed', closedOn: first, closedById: office },
  });
  put({
    ...planned,
    day: answeredOn,
    row: reviewAt(noticeId, 'meeting-review-2', 'Second DfE review', second),
  });
  putJudgements(setting, areas, first);
  const outcome = {
    noticeId,
    id: 'review-outcome-1',
    meetingId: review.id,
    summary:
      'The council knows its weaknesses better than a year ago, and says so. In two areas families can tell the difference. In two others we saw actions, and no effect: we shall look at those first when we come again.',
    letterId: null,
    publishedOn: first,
    byId: monitor,
    answer: null,
    answeredById: null,
    answeredOn: null,
    ...source,
  };
  put({ day: first, actor: monitor, reason: 'DfE published what it judged.', entity: 'reviewOutcome', row: outcome });
  put({
    day: answeredOn,
    actor: 'member-director',
    reason: 'The council answered.',
    entity: 'reviewOutcome',
    row: {
      ...outcome,
      answer:
        'We accept the judgement. The recovery plan for timeliness has had dates since Monday. Nothing is reported as delivered any more without evidence of what it changed.',
      answeredById: 'member-director',
      answeredOn,
    },
  });
};
