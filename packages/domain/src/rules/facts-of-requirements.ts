/** The facts that are about requirements, and what DfE judged insufficient: see intervention.ts. */
import { addDays, daysBetween, londonDay } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { formatDate, formatLoose, plural } from '../words.ts';
import { stageOn } from './delivery.ts';
import { currentEvidence } from './evidence.ts';
import type { Fact } from './intervention.ts';
import { judgementsOf } from './judgement.ts';
import { monitoredAreas } from './monitored.ts';
import { requirementUpdatesOf } from './reported.ts';
import { requirementStateOf } from './requirement.ts';

const named = ({ code, title }: { code: string; title: string }): string => `${code} ${title}`;
const byCode = new Intl.Collator('en-GB', { numeric: true });

const standingRequirements = (plan: Plan): Plan['requirements'] =>
  plan.requirements
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .toSorted((a, b) => byCode.compare(a.code, b.code));

const overdueRequirements = (plan: Plan, today: IsoDate): Fact[] =>
  standingRequirements(plan).flatMap((requirement): Fact[] => {
    const { key, due, metOn, reason } = requirementStateOf(plan, requirement, today);
    if (due === null || metOn !== null || due.latest >= today || (key !== 'notMet' && key !== 'disputed')) return [];
    const disputed = key === 'disputed' ? ` Whether it was met is disputed: ${reason}` : '';
    return [
      {
        key: `overdueRequirement-${requirement.id}`,
        kind: 'overdueRequirement',
        link: { page: 'requirements', id: requirement.id },
        title: named(requirement),
        words: `Due ${formatLoose(due)}, ${plural(daysBetween(due.latest, today), 'day')} over. It is not recorded as met.${disputed}`,
        since: addDays(due.latest, 1),
        restsOn: 'Its due date, and that no date on which it was met is recorded.',
        sources: [
          requirement,
          ...plan.requirementDates.filter(
            ({ requirementId, kind, latest, withdrawnOn }) =>
              requirementId === requirement.id && kind === 'due' && latest === due.latest && withdrawnOn === null,
          ),
        ],
      },
    ];
  });

const notSatisfied = (plan: Plan, today: IsoDate): Fact[] =>
  standingRequirements(plan).flatMap((requirement): Fact[] => {
    const { governmentDecision, governmentDecidedOn, governmentNote } = requirement;
    if (governmentDecision !== 'notSatisfied' || (governmentDecidedOn ?? today) > today) return [];
    return [
      {
        key: `notSatisfied-${requirement.id}`,
        kind: 'notSatisfied',
        link: { page: 'requirements', id: requirement.id },
        title: named(requirement),
        words: governmentNote ?? 'Nothing is noted of the decision.',
        since: governmentDecidedOn,
        restsOn: 'The decision of the government, as the programme office recorded it.',
        sources: [requirement],
      },
    ];
  });

const insufficient = (plan: Plan, today: IsoDate): Fact[] => {
  const about = [
    ...standingRequirements(plan).map((row) => ({
      judged: { requirementId: row.id },
      link: { page: 'requirements', id: row.id } as const,
      title: named(row),
    })),
    ...monitoredAreas(plan, today)
      .toSorted((a, b) => a.number - b.number)
      .map((row) => ({
        judged: { areaId: row.id },
        link: { page: 'areas', id: row.id } as const,
        title: `Area ${row.number} ${row.title}`,
      })),
  ];
  return about.flatMap(({ judged, link, title }): Fact[] => {
    const judgements = judgementsOf(plan, judged, today).filter(({ voice }) => voice === 'dfe');
    const last = judgements.at(-1);
    if (last?.rating !== 'insufficient') return [];
    const first = judgements[judgements.findLastIndex(({ rating }) => rating !== 'insufficient') + 1];
    return [
      {
        key: `insufficient-${link.id}`,
        kind: 'insufficient',
        link,
        title,
        words: last.grounds ?? 'No grounds are recorded.',
        since: first?.on ?? last.on,
        restsOn: `The latest judgement of DfE or the inspectors, of ${formatDate(last.on)}.`,
        sources: [last],
      },
    ];
  });
};

const redRequirements = (plan: Plan, today: IsoDate): Fact[] =>
  standingRequirements(plan).flatMap((requirement): Fact[] => {
    if (requirementStateOf(plan, requirement, today).key !== 'atRisk') return [];
    const last = requirementUpdatesOf(plan, requirement).findLast(({ on, rating }) => on <= today && rating !== null);
    if (last !== undefined && last.recovery !== null) return [];
    const said = last ? `The last update, of ${formatDate(last.on)}, has no recovery plan.` : 'It has no update yet.';
    return [
      {
        key: `noRecovery-${requirement.id}`,
        kind: 'noRecovery',
        link: { page: 'requirements', id: requirement.id },
        title: named(requirement),
        words: `Declared at risk. ${said}`,
        since: null,
        restsOn: `What the programme office declares, as recorded on ${formatDate(londonDay(requirement.recordedAt))}, and the last update.`,
        sources: [requirement],
      },
    ];
  });

/** How far ahead of its day a requirement is expected to have evidence: DfE gets it two weeks before (domain.md). */
const evidenceDays = 14;

const withoutEvidence = (plan: Plan, today: IsoDate): Fact[] => {
  const evidence = currentEvidence(plan).filter(({ addedOn }) => addedOn <= today);
  return standingRequirements(plan).flatMap((requirement): Fact[] => {
    const { due, metOn } = requirementStateOf(plan, requirement, today);
    const pressing = metOn !== null || (due !== null && due.latest <= addDays(today, evidenceDays));
    if (!pressing) return [];
    const serving = new Set(
      plan.actions
        .filter(
          (action) => action.requirementIds.includes(requirement.id) && stageOn(plan, action, today) !== 'withdrawn',
        )
        .map(({ id }) => id),
    );
    const proving = new Set(requirement.measureIds);
    const shown = evidence.some(
      ({ requirementIds, actionIds, measureIds }) =>
        requirementIds.includes(requirement.id) ||
        actionIds.some((id) => serving.has(id)) ||
        measureIds.some((id) => proving.has(id)),
    );
    if (shown) return [];
    const why =
      metOn === null ? `Due ${due === null ? '' : formatLoose(due)}` : `Recorded as met ${formatLoose(metOn)}`;
    return [
      {
        key: `noEvidence-${requirement.id}`,
        kind: 'noEvidence',
        link: { page: 'requirements', id: requirement.id },
        title: named(requirement),
        words: `${why}. No evidence is linked to it, to the actions that serve it, or to the measures that would prove it.`,
        since: null,
        restsOn: `The evidence that counts on the day. It is looked for where a requirement is met, or due within ${plural(evidenceDays, 'day')}.`,
        sources: [requirement],
      },
    ];
  });
};

/** Gives the facts about requirements on a day: past their date, refused by the government, judged insufficient, at risk without a recovery plan, without evidence. */
export const requirementFacts = (plan: Plan, today: IsoDate): Fact[] => [
  ...overdueRequirements(plan, today),
  ...notSatisfied(plan, today),
  ...insufficient(plan, today),
  ...redRequirements(plan, today),
  ...withoutEvidence(plan, today),
];
