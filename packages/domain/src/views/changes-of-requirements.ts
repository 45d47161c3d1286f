/** What is not the same of requirements and areas at two positions, and what was judged of both. */
import type { Plan } from '../plan.ts';
import type { Judged } from '../rules/judgement.ts';
import { latestByVoice } from '../rules/judgement.ts';
import { requirementStateOf } from '../rules/requirement.ts';
import type { Importance, JudgementRating, RequirementState, Voice } from '../scales.ts';
import { governmentDecisions, judgementRatings, requirementDateKinds, requirementStates, voices } from '../scales.ts';
import { formatDate, formatLoose } from '../words.ts';
import type { Sides, Told } from './difference.ts';
import {
  byId,
  changedField,
  didOf,
  importanceOf,
  moveOf,
  ofArea,
  ofRequirement,
  pairsOf,
  shortened,
  standing,
  told,
} from './difference.ts';

type Requirement = Plan['requirements'][number];
type Area = Plan['areas'][number];

const tellRequirement = (was: Requirement | null, is: Requirement | null, row: Requirement): Told[] => {
  const same = { ...ofRequirement(row), rows: [`requirement ${row.id}`] };
  if (!was || !is)
    return [
      told(row, {
        ...same,
        key: `requirement ${row.id}`,
        kind: 'requirement',
        did: didOf(was, is),
        importance: importanceOf(was, is, 'other'),
        before: was && 'Required',
        after: is ? 'Required' : 'Withdrawn',
      }),
    ];
  const requirement = { ...same, kind: 'requirement', importance: 'other' } as const;
  return [
    ...changedField(was, is, 'governmentDecision', (each) => governmentDecisions[each.governmentDecision].label, {
      ...requirement,
      kind: 'judgement',
      importance: 'judged',
      tone: governmentDecisions[is.governmentDecision].tone,
      why: shortened(is.governmentNote),
    }),
    ...changedField(was, is, 'standing', (each) => each.standing ?? 'Nothing said', requirement),
    ...changedField(was, is, 'title', ({ title }) => title, requirement),
    ...changedField(was, is, 'text', ({ text }) => shortened(text) ?? '', requirement),
  ];
};

const worstFirst: readonly RequirementState[] = [
  'notMet',
  'disputed',
  'atRisk',
  'partMet',
  'notDue',
  'onCourse',
  'metLate',
  'met',
];
const stateMove = (was: RequirementState, is: RequirementState): Importance => {
  if (is === 'notMet') return 'missed';
  return worstFirst.indexOf(is) < worstFirst.indexOf(was) ? 'worse' : 'better';
};

const tellState = ({ before, after, days }: Sides, was: Requirement, is: Requirement): Told[] => {
  const [earlier, state] = [requirementStateOf(before, was, days.before), requirementStateOf(after, is, days.after)];
  if (earlier.key === state.key) return [];
  return [
    told(is, {
      ...ofRequirement(is),
      key: `requirement ${is.id} state`,
      kind: 'status',
      did: 'changed',
      importance: stateMove(earlier.key, state.key),
      before: requirementStates[earlier.key].label,
      after: state.label,
      tone: state.tone,
      why: shortened(state.reason),
      rows: [],
      last: null,
    }),
  ];
};

const tellRequirementDates = ({ before, after }: Sides, requirements: ReadonlyMap<string, Requirement>): Told[] =>
  pairsOf(before.requirementDates, after.requirementDates, standing).flatMap(({ was, is, row }) => {
    const requirement = requirements.get(row.requirementId);
    if (!requirement) return [];
    const word = (date: typeof row | null): string | null =>
      date && `${requirementDateKinds[date.kind].label} ${formatLoose(date)}`;
    const [earlier, later] = [word(was), word(is)];
    if (earlier === later) return [];
    const moved = was && is && row.kind === 'due' ? moveOf(was.latest, is.latest) : 'other';
    return [
      told(row, {
        ...ofRequirement(requirement),
        key: `requirementDate ${row.id}`,
        kind: 'date',
        did: didOf(was, is),
        importance: !was && row.kind === 'met' ? 'onward' : importanceOf(was, is, moved),
        before: earlier,
        after: later ?? 'Date withdrawn',
        why: shortened(row.note),
        rows: [`requirementDate ${row.id}`],
      }),
    ];
  });

/** Tells what is not the same of the requirements of a notice; of one that is new or gone, nothing but that. */
export const changesOfRequirements = (sides: Sides): Told[] => {
  const { before, after } = sides;
  const earlier = byId(before.requirements.filter(standing));
  const both = after.requirements.flatMap((is) => {
    const was = earlier.get(is.id);
    return was && standing(is) ? [{ was, is }] : [];
  });
  return [
    ...pairsOf(before.requirements, after.requirements, standing).flatMap(({ was, is, row }) =>
      tellRequirement(was, is, row),
    ),
    ...both.flatMap(({ was, is }) => tellState(sides, was, is)),
    ...tellRequirementDates(sides, byId(both.map(({ is }) => is))),
  ];
};

const monitored = ({ releasedOn, releasedBy }: Area): string =>
  releasedOn === null
    ? 'Monitored'
    : `Released from monitoring on ${formatDate(releasedOn)}${releasedBy === null ? '' : ` by ${releasedBy}`}`;

/** Tells which areas were added, withdrawn, worded anew, and released from monitoring. */
export const changesOfAreas = ({ before, after }: Sides): Told[] =>
  pairsOf(before.areas, after.areas, standing).flatMap(({ was, is, row }) => {
    const same = { ...ofArea(row), rows: [`area ${row.id}`], kind: 'area' } as const;
    if (!was || !is)
      return [
        told(row, {
          ...same,
          key: `area ${row.id}`,
          did: didOf(was, is),
          importance: importanceOf(was, is, 'other'),
          before: was && monitored(was),
          after: is ? monitored(is) : 'Withdrawn',
        }),
      ];
    return [
      ...changedField(was, is, 'releasedOn', monitored, {
        ...same,
        importance: is.releasedOn === null ? 'back' : 'judged',
        why: shortened(is.releaseReason),
      }),
      ...changedField(was, is, 'title', ({ title }) => title, { ...same, importance: 'other' }),
      ...changedField(was, is, 'statement', ({ statement }) => shortened(statement) ?? '', {
        ...same,
        importance: 'other',
      }),
    ];
  });

type Judgement = Plan['judgements'][number];

const judgedInWords = (voice: Voice, said: Judgement | undefined): string =>
  `${voices[voice].label}: ${judgementRatings[(said?.rating ?? 'notJudged') satisfies JudgementRating].label.toLowerCase()}`;

const tellJudgements = (
  { before, after, days }: Sides,
  about: Judged,
  row: Pick<Told, 'what' | 'link' | 'areaId'>,
): Told[] => {
  const [earlier, later] = [latestByVoice(before, about, days.before), latestByVoice(after, about, days.after)];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((voice) => {
    const [was, is] = [earlier.get(voice), later.get(voice)];
    const judgement = is ?? was;
    if (!judgement || (was?.rating === is?.rating && was?.grounds === is?.grounds)) return [];
    return [
      told(judgement, {
        ...row,
        key: `judgement ${'areaId' in about ? about.areaId : about.requirementId} ${voice}`,
        kind: 'judgement',
        did: didOf(was ?? null, is ?? null),
        importance: 'judged',
        before: judgedInWords(voice, was),
        after: `${judgedInWords(voice, is)}${is && is.rating === was?.rating ? ', on other grounds' : ''}`,
        tone: is ? judgementRatings[is.rating].tone : 'neutral',
        why: shortened(is?.grounds ?? null),
        rows: [`judgement ${judgement.id}`],
      }),
    ];
  });
};

/** Tells what each voice says now of an area or a requirement, where it said something else or nothing. */
export const changesOfJudgements = (sides: Sides): Told[] => {
  const { before, after } = sides;
  if (before.judgements.length === 0 && after.judgements.length === 0) return [];
  const areas = [...byId([...before.areas, ...after.areas]).values()];
  const requirements = [...byId([...before.requirements, ...after.requirements]).values()];
  return [
    ...areas.flatMap((row) => tellJudgements(sides, { areaId: row.id }, ofArea(row))),
    ...requirements.flatMap((row) => tellJudgements(sides, { requirementId: row.id }, ofRequirement(row))),
  ];
};
