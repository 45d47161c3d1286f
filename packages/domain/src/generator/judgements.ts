/** What is said of the areas of a generated notice: each voice's judgements by the quarter, DfE's after its reviews, and questions with their answers. */
import { addDays, addMonths } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { JudgementRating, Voice } from '../scales.ts';
import { chair, office, source, themeOf, type Setting } from './setting.ts';

const forum = 'member-parent-carer-forum';
const monitor = 'member-monitor';

type Speaker = { voice: Voice; by: string; after: number; ratings: readonly JudgementRating[]; grounds: string };

/** From doubt to assurance; the forum trusts later than the office. No chance is in it: what else is generated stays the same. */
const speakers: readonly Speaker[] = [
  {
    voice: 'programmeOffice',
    by: office,
    after: 0,
    ratings: ['limited', 'limited', 'substantial', 'substantial'],
    grounds: 'From the reports of the quarter and the evidence that came with them.',
  },
  {
    voice: 'chair',
    by: chair,
    after: 2,
    ratings: ['noAssurance', 'limited', 'limited', 'substantial'],
    grounds: 'From what the board read and asked in the quarter.',
  },
  {
    voice: 'parentCarerForum',
    by: forum,
    after: 4,
    ratings: ['noAssurance', 'noAssurance', 'limited', 'limited'],
    grounds: 'From what families told the forum in the quarter.',
  },
];

/** Gives how far an area has come in a round: some areas are a round or two ahead of others. */
const ratingIn = (ratings: readonly JudgementRating[], round: number, area: number): JudgementRating =>
  ratings[Math.min(ratings.length - 1, Math.floor((round + (area % 3)) / 2))] ?? 'notJudged';

const putJudgement = (
  { noticeId, put }: Setting,
  area: number,
  on: IsoDate,
  { voice, by, rating, grounds }: { voice: Voice; by: string; rating: JudgementRating; grounds: string },
): void =>
  put({
    day: on,
    actor: by,
    reason: 'Judgements were given.',
    entity: 'judgement',
    row: {
      noticeId,
      id: `judgement-${area}-${voice}-${on}`.toLowerCase(),
      areaId: `area-${area}`,
      requirementId: null,
      voice,
      rating,
      grounds,
      on,
      byId: by,
      meetingId: null,
      ...source,
      withdrawnOn: null,
    },
  });

/** A question about an area, put to the programme office, answered within two weeks and accepted a week later. */
const putQuestion = ({ noticeId, put }: Setting, area: number, round: number, on: IsoDate): void => {
  const row = {
    noticeId,
    id: `challenge-${round}`,
    actionId: null,
    measureId: null,
    requirementId: null,
    areaId: `area-${area}`,
    forum: 'board',
    meetingId: null,
    question: `What do families notice of ${themeOf(area).title.toLowerCase()} that they did not a quarter ago?`,
    askedById: chair,
    askedOn: on,
    toId: office,
    dueOn: addDays(on, 14),
    answer: null,
    answeredById: null,
    answeredOn: null,
    state: 'asked',
    followsId: null,
    mark: 'illustrative',
  } as const;
  const answeredOn = addDays(on, 12);
  const answer = 'The forum is asked each month; what it says stands in the evidence of the area.';
  const answered = { ...row, answer, answeredById: office, answeredOn } as const;
  const common = { entity: 'challenge' } as const;
  put({ ...common, day: on, actor: chair, reason: 'A question was asked.', row });
  put({
    ...common,
    day: answeredOn,
    actor: office,
    reason: 'A question was answered.',
    row: { ...answered, state: 'answered' },
  });
  put({
    ...common,
    day: addDays(on, 20),
    actor: chair,
    reason: 'An answer was accepted.',
    row: { ...answered, state: 'accepted' },
  });
};

/** Puts what each voice said of each area by the quarter since the plan was agreed, and what the chair asked of one of them. */
export const putJudgements = (setting: Setting, areas: number): void => {
  const { agreedOn, issuedOn, day } = setting;
  for (let round = 0; addMonths(agreedOn, 3 * (round + 1)) <= day; round += 1) {
    const on = addMonths(agreedOn, 3 * (round + 1));
    for (const { voice, by, after, ratings, grounds } of speakers)
      for (let area = 1; area <= areas; area += 1)
        putJudgement(setting, area, addDays(on, after), { voice, by, rating: ratingIn(ratings, round, area), grounds });
    putQuestion(setting, (round % areas) + 1, round + 1, addDays(on, 2));
  }
  const progress = ['insufficient', 'some', 'some', 'sufficient'] as const;
  for (const [review, months] of [7, 13].entries())
    for (let area = 1; area <= areas; area += 1)
      putJudgement(setting, area, addDays(addMonths(issuedOn, months), 20), {
        voice: 'dfe',
        by: monitor,
        rating: ratingIn(progress, 2 * review, area),
        grounds: 'From the submission of the council and what was seen at the review.',
      });
};
