/** What each voice says of an area or a requirement, and how it is put beside what the others say. */
import type { IsoDate } from '../fields.ts';
import type { Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import type { JudgementRating, Role, Voice } from '../scales.ts';
import { assuranceLevels, keysOf, progressLevels, voices } from '../scales.ts';
import { formatDate } from '../words.ts';
import { actingFor } from './owners.ts';

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

const voiceOfRole: Partial<Record<Role, Voice>> = {
  programmeOffice: 'programmeOffice',
  chair: 'chair',
  parentCarerForum: 'parentCarerForum',
  monitor: 'dfe',
};

/** Gives whose an area or a requirement is on a day: its sponsor's or owner's, and of whoever covers for them. */
const ownersOf = (plan: Plan, about: Judged, today: IsoDate): readonly (string | null)[] => {
  const owner =
    'areaId' in about
      ? plan.areas.find(({ id }) => id === about.areaId)?.sponsorId
      : plan.requirements.find(({ id }) => id === about.requirementId)?.ownerId;
  return actingFor(plan, [owner ?? null], today);
};

const ownerRoles: readonly Role[] = ['officer', 'programmeOffice'];

/**
 * Gives the voices in which a person may judge an area or a requirement on a day: the owner's where it is theirs, and those of
 * their roles. A board member has none: the chair speaks for the board.
 */
export const voicesOf = (plan: Plan, who: Who, about: Judged, today: IsoDate): Voice[] => {
  const owns =
    who.roles.some((role) => ownerRoles.includes(role)) && ownersOf(plan, about, today).includes(who.memberId);
  const spoken = who.roles.flatMap((role) => voiceOfRole[role] ?? []);
  return keysOf(voices).filter((voice) => (voice === 'owner' ? owns : spoken.includes(voice)));
};

/**
 * Gives why DfE can't judge an area on a day: it was released from monitoring before; null where it can. What is judged on the
 * day of the release itself may be what it rests on. Every other voice goes on: the work is still the council's.
 */
export const releasedBefore = (area: Plan['areas'][number] | undefined, voice: Voice, on: IsoDate): string | null => {
  if (voice !== 'dfe' || !area || area.releasedOn === null || area.releasedOn >= on) return null;
  const by = area.releasedBy === null ? '' : ` by ${area.releasedBy}`;
  return `Area ${area.number} was released from monitoring on ${formatDate(area.releasedOn)}${by}. DfE no longer judges it.`;
};

/** The rungs on which both scales stand beside each other: what is enough, what is partly so, and what is not. */
const rungs: Readonly<Record<JudgementRating, 0 | 1 | 2 | null>> = {
  full: 2,
  substantial: 2,
  sufficient: 2,
  limited: 1,
  some: 1,
  noAssurance: 0,
  insufficient: 0,
  notJudged: null,
};

/** Orders judgements by the rung on which they stand, whichever the scale, the least assured first; what is not judged last. */
export const leastAssuredFirst = (a: Pick<Judgement, 'rating'>, b: Pick<Judgement, 'rating'>): number =>
  (rungs[a.rating] ?? 3) - (rungs[b.rating] ?? 3);

/** How far the voices are apart: in rungs, with who stands highest and lowest; `steps` is null while fewer than two have judged. */
export type Gap = { steps: 0 | 1 | 2 | null; judged: number; highest: Judgement[]; lowest: Judgement[] };

/**
 * Gives how far the voices are apart on an area or a requirement. Each voice's latest judgement since the notice was issued
 * stands on one of three rungs: full or substantial assurance and sufficient progress; limited assurance and some progress; no
 * assurance and insufficient progress. The gap is the number of rungs between the highest and the lowest voice. Nothing is
 * averaged; "not judged" stands on no rung.
 */
export const gapOf = (plan: Plan, about: Judged, today: IsoDate): Gap => {
  const placed = [...latestByVoice(plan, about, today).values()].flatMap((each) => {
    const rung = rungs[each.rating];
    return rung === null || each.on < plan.notice.issuedOn ? [] : [{ each, rung }];
  });
  const all = placed.map(({ rung }) => rung);
  const [highest, lowest] = [Math.max(...all), Math.min(...all)];
  const on = (wanted: number): Judgement[] => placed.filter(({ rung }) => rung === wanted).map(({ each }) => each);
  return {
    steps: placed.length < 2 ? null : ((highest - lowest) as 0 | 1 | 2),
    judged: placed.length,
    highest: on(highest),
    lowest: on(lowest),
  };
};

const lowestRung = ({ lowest: [first] }: Gap): number => (first ? (rungs[first.rating] ?? 3) : 3);

/** Orders by the widest gap; of two alike, the one that more voices have judged, then the one whose lowest voice stands lower; what fewer than two have judged comes last. */
export const widestGapFirst = (a: Gap, b: Gap): number =>
  (b.steps ?? -1) - (a.steps ?? -1) || b.judged - a.judged || lowestRung(a) - lowestRung(b);
