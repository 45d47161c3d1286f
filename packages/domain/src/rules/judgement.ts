/** What each voice says of an area or a requirement, and how it is put beside what the others say. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { assuranceLevels, keysOf, progressLevels, type JudgementRating, type Voice } from '../scales.ts';

type Judgement = Plan['judgements'][number];

/** What a judgement is about. */
export type Judged = { areaId: string } | { requirementId: string };

/** Gives the ratings that a voice may give, the best first: DfE judges progress, every other voice its assurance. */
export const ratingsOf = (voice: Voice): JudgementRating[] => [
  ...(voice === 'dfe' ? keysOf(progressLevels) : keysOf(assuranceLevels)),
  'notJudged',
];

const isOf = (about: Judged, { areaId, requirementId }: Judgement): boolean =>
  'areaId' in about ? about.areaId === areaId : about.requirementId === requirementId;

/** Gives the judgements of an area or a requirement that stand on a day, the oldest first. */
export const judgementsOf = (plan: Plan, about: Judged, today: IsoDate): Judgement[] =>
  plan.judgements
    .filter((each) => isOf(about, each) && each.withdrawnOn === null && each.on <= today)
    .toSorted((a, b) => {
      const [first, second] = [`${a.on} ${a.addedAt}`, `${b.on} ${b.addedAt}`];
      return first < second ? -1 : Number(first > second);
    });

/** Gives the latest judgement of each voice on a day. */
export const latestByVoice = (plan: Plan, about: Judged, today: IsoDate): ReadonlyMap<Voice, Judgement> =>
  new Map(judgementsOf(plan, about, today).map((each) => [each.voice, each]));
