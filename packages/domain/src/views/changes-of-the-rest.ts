/** What is not the same at two positions of what hangs on several things or on none: evidence, risks, questions, events. */
import type { Plan } from '../plan.ts';
import { orderOf, ratedInWords } from '../rules/risk.ts';
import type { Importance } from '../scales.ts';
import { challengeStates, eventKinds, evidenceKinds, planVersionKinds, riskStates } from '../scales.ts';
import { formatDate, formatLoose, listInWords, plural } from '../words.ts';
import type { Sides, Told } from './difference.ts';
import {
  changedField,
  didOf,
  importanceOf,
  named,
  ofArea,
  ofRequirement,
  pairsOf,
  shortened,
  standing,
  told,
} from './difference.ts';
import type { RowLink } from './row-link.ts';

/** The primary area of what a row is about: its own, or that of the first action or measure that it hangs on. */
const areaThrough = (
  { actions, measures }: Plan,
  row: { areaIds?: readonly string[]; actionIds?: readonly string[]; measureIds?: readonly string[] },
): string | null =>
  row.areaIds?.[0] ??
  actions.find(({ id }) => id === row.actionIds?.[0])?.areaIds[0] ??
  measures.find(({ id }) => id === row.measureIds?.[0])?.areaId ??
  null;

/** Tells which evidence was added, withdrawn and said to show something else, and which was waived. */
export const changesOfEvidence = ({ before, after }: Sides): Told[] => [
  ...pairsOf(before.evidence, after.evidence, standing)
    .map((pair) => {
      const word = (each: typeof pair.was): string | null =>
        each && `${evidenceKinds[each.kind].label}: ${shortened(each.shows) ?? ''}`;
      return { ...pair, earlier: word(pair.was), later: word(pair.is) };
    })
    .filter(({ earlier, later }) => earlier !== later)
    .map(({ was, is, row, earlier, later }) =>
      told(row, {
        key: `evidence ${row.id}`,
        kind: 'evidence',
        did: didOf(was, is),
        importance: importanceOf(was, is, 'other'),
        what: row.caption,
        link: { page: 'evidence', id: row.id },
        before: earlier,
        after: later ?? 'Withdrawn',
        areaId: areaThrough(is ? after : before, row),
        rows: [`evidence ${row.id}`],
      }),
    ),
  ...pairsOf(before.waivers, after.waivers, standing)
    .filter(({ was, is }) => !was || !is)
    .flatMap(({ was, is, row }) => {
      const action = (is ? after : before).actions.find(({ id }) => id === row.actionId);
      if (!action) return [];
      const [asked, waived] = [`${evidenceKinds[row.kind].label} needed`, `${evidenceKinds[row.kind].label} waived`];
      return [
        told(row, {
          key: `waiver ${row.id}`,
          kind: 'evidence',
          did: didOf(was, is),
          importance: importanceOf(was, is, 'other'),
          what: named(action),
          link: { page: 'actions', id: action.id },
          before: was ? waived : asked,
          after: is ? waived : asked,
          why: shortened(row.reason),
          areaId: action.areaIds[0] ?? null,
          rows: [`waiver ${row.id}`],
        }),
      ];
    }),
];

type Risk = Plan['risks'][number];
const riskMove = (was: Risk, is: Risk): Importance => {
  const [earlier, later] = [orderOf(was), orderOf(is)];
  if (earlier === later) return 'other';
  return later > earlier ? 'worse' : 'better';
};

/** Tells which risks were raised, rated again, closed and reopened. */
export const changesOfRisks = ({ before, after }: Sides): Told[] =>
  pairsOf(before.risks, after.risks, standing).flatMap(({ was, is, row }) => {
    const same = {
      what: named(row),
      link: { page: 'risks', id: row.id },
      areaId: areaThrough(is ? after : before, row),
      rows: [`risk ${row.id}`],
      kind: 'risk',
    } as const;
    if (!was || !is)
      return [
        told(row, {
          ...same,
          key: `risk ${row.id}`,
          did: didOf(was, is),
          importance: importanceOf(was, is, 'other'),
          before: was && ratedInWords(was),
          after: is ? ratedInWords(is) : 'Withdrawn',
        }),
      ];
    return [
      ...changedField(was, is, 'state', ({ state }) => riskStates[state].label, {
        ...same,
        importance: is.state === 'closed' ? 'onward' : 'back',
      }),
      ...changedField(was, is, 'likelihood', ratedInWords, {
        ...same,
        importance: riskMove(was, is),
        fields: ['likelihood', 'impact'],
      }),
    ];
  });

/** Gives what a question is about, with its link and area. */
const askedOf = (plan: Plan, row: Plan['challenges'][number]): Pick<Told, 'what' | 'link' | 'areaId'> => {
  const action = plan.actions.find(({ id }) => id === row.actionId);
  if (action)
    return { what: named(action), link: { page: 'actions', id: action.id }, areaId: action.areaIds[0] ?? null };
  const measure = plan.measures.find(({ id }) => id === row.measureId);
  if (measure) return { what: named(measure), link: { page: 'measures', id: measure.id }, areaId: measure.areaId };
  const requirement = plan.requirements.find(({ id }) => id === row.requirementId);
  if (requirement) return ofRequirement(requirement);
  const area = plan.areas.find(({ id }) => id === row.areaId);
  return area ? ofArea(area) : { what: 'A question', link: null, areaId: null };
};

/** Tells what was asked and answered. */
export const changesOfQuestions = ({ before, after }: Sides): Told[] =>
  pairsOf(before.challenges, after.challenges, ({ state }) => state !== 'withdrawn').flatMap(({ was, is, row }) => {
    const word = (each: typeof row | null): string | null => each && challengeStates[each.state].label;
    if (word(was) === word(is)) return [];
    return [
      told(row, {
        ...askedOf(is ? after : before, row),
        key: `challenge ${row.id}`,
        kind: 'question',
        did: didOf(was, is),
        importance: was ? importanceOf(was, is, is?.state === 'askedAgain' ? 'back' : 'onward') : 'asked',
        before: word(was),
        after: word(is) ?? 'Withdrawn',
        why: shortened(row.question),
        rows: [`challenge ${row.id}`],
      }),
    ];
  });

/** Tells what was recorded of the course of the notice. */
export const changesOfEvents = ({ before, after }: Sides): Told[] =>
  pairsOf(before.events, after.events, standing).flatMap(({ was, is, row }) => {
    const word = (event: typeof was): string | null =>
      event && `${eventKinds[event.kind].label}, ${formatLoose(event)}`;
    const [earlier, later] = [word(was), word(is)];
    if (earlier === later) return [];
    return [
      told(row, {
        key: `noticeEvent ${row.id}`,
        kind: 'event',
        did: didOf(was, is),
        importance: importanceOf(was, is, 'other'),
        what: row.title,
        link: { page: 'events', id: row.id },
        before: earlier,
        after: later ?? 'Withdrawn',
        areaId: null,
        rows: [`noticeEvent ${row.id}`],
      }),
    ];
  });

/** Tells what DfE published after a review, and what the council answered; what it judged tells of itself. */
export const changesOfReviews = ({ before, after }: Sides): Told[] =>
  pairsOf(before.reviewOutcomes, after.reviewOutcomes, () => true).flatMap(({ was, is, row }) => {
    const review = after.meetings.find(({ id }) => id === row.meetingId);
    const same = {
      what: review ? `${review.title}, ${formatDate(review.on)}` : 'A review by DfE',
      link: review ? ({ page: 'meetings', id: review.id } as const) : null,
      areaId: null,
      rows: [`reviewOutcome ${row.id}`],
    };
    const said = (each: typeof was): string | null =>
      each &&
      `Outcome published ${formatDate(each.publishedOn)}${each.summary === null ? '' : `: ${shortened(each.summary)}`}`;
    const lines = (name: string, words: (each: typeof was) => string | null, rest: Partial<Told>): Told[] => {
      const [earlier, later] = [words(was), words(is)];
      if (earlier === later) return [];
      return [
        told(row, {
          ...same,
          key: `reviewOutcome ${row.id} ${name}`,
          kind: 'judgement',
          did: didOf(earlier, later),
          importance: 'judged',
          before: earlier,
          after: later,
          ...rest,
        }),
      ];
    };
    return [
      ...lines('summary', said, { fields: ['summary'] }),
      ...lines('answer', (each) => shortened(each?.answer ?? null), {
        kind: 'question',
        importance: 'onward',
        fields: ['answer'],
      }),
    ];
  });

/** Tells which versions of the plan were recorded. */
export const changesOfVersions = ({ before, after }: Sides): Told[] =>
  pairsOf(before.planVersions, after.planVersions, standing)
    .filter(({ was, is }) => !was || !is)
    .map(({ was, is, row }) =>
      told(row, {
        key: `planVersion ${row.id}`,
        kind: 'event',
        did: didOf(was, is),
        importance: importanceOf(was, is, 'other'),
        what: row.title,
        link: { page: 'planVersions', id: row.id },
        before: was && planVersionKinds[was.kind].label,
        after: is ? `${planVersionKinds[is.kind].label} ${formatDate(is.on)}` : 'Withdrawn',
        areaId: null,
        rows: [`planVersion ${row.id}`],
      }),
    );

const checkpoints = ({ checkpointMonths, checkpointBase }: Plan['notice']): string =>
  `Checkpoints at ${listInWords(checkpointMonths.map((months) => plural(months, 'month')))} from ${formatDate(checkpointBase)}`;

/** Tells what changed of the notice itself; its settings are left to the history. */
export const changesOfNotice = ({ before, after }: Sides): Told[] => {
  const [was, is] = [before.notice, after.notice];
  const same = { what: is.title, link: null satisfies RowLink, areaId: null, rows: [`notice ${is.id}`] };
  return [
    ...changedField(was, is, 'checkpointMonths', checkpoints, {
      ...same,
      kind: 'date',
      importance: 'other',
      fields: ['checkpointMonths', 'checkpointBase'],
    }),
    ...changedField(was, is, 'title', ({ title }) => title, { ...same, kind: 'plan', importance: 'other' }),
    ...changedField(was, is, 'withdrawnOn', (each) => (each.withdrawnOn === null ? 'Stands' : 'Withdrawn'), {
      ...same,
      kind: 'event',
      importance: 'removed',
    }),
  ];
};
