import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { requirementDatesOf, requirementStateOf } from '../rules/requirement.ts';
import type { RequirementKind, RequirementState, Status } from '../scales.ts';
import { daysLeftOrOver, formatLoose } from '../words.ts';
import type { SourceView } from './source.ts';
import { sourcesView } from './source.ts';

/** One requirement as the position shows it. */
export type RequirementLine = {
  id: string;
  code: string;
  title: string;
  kind: RequirementKind;
  /** The due date in words with the days left or over, and why it is disputed; null where no date is given. */
  due: { words: string; days: string; disputed: string | null } | null;
  state: Status<RequirementState>;
  stands: string;
  /** The first of each mark: all of them stand on the requirement's own page. */
  sources: SourceView[];
  /** It is the next to fall due. */
  next: boolean;
};

const byCode = new Intl.Collator('en-GB', { numeric: true });

/** Gives the requirements that stand, clauses before commitments, by number. */
export const requirementLinesOf = (plan: Plan, today: IsoDate): RequirementLine[] => {
  const rows = plan.requirements
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .map((requirement) => ({ requirement, state: requirementStateOf(plan, requirement, today) }))
    .toSorted(
      (a, b) =>
        byCode.compare(a.requirement.kind, b.requirement.kind) ||
        byCode.compare(a.requirement.code, b.requirement.code),
    );
  const coming = rows.flatMap(({ state }) =>
    state.due && state.metOn === null && state.due.latest >= today ? [state.due.latest] : [],
  );
  const next = coming.reduce<IsoDate | null>((first, day) => (first === null || day < first ? day : first), null);
  return rows.map(({ requirement, state }) => {
    const dates = requirementDatesOf(plan, requirement).filter(({ kind, latest }) => kind === 'due' || latest <= today);
    const disputed = dates.find((date) => date.kind === 'due' && date.disputed !== null)?.disputed ?? null;
    const { key, label, tone, reason, due, metOn } = state;
    return {
      id: requirement.id,
      code: requirement.code,
      title: requirement.title,
      kind: requirement.kind,
      due: due
        ? {
            words: formatLoose({ ...due, printed: due.earliest === due.latest ? null : due.printed }),
            days: daysLeftOrOver(today, due.latest),
            disputed,
          }
        : null,
      state: { key, label, tone, reason },
      stands: standing(requirement.standing, reason, metOn !== null),
      sources: oneOfEach(sourcesView([requirement, ...dates.filter(({ kind }) => kind !== 'due')], today)),
      next: due !== null && metOn === null && due.latest === next,
    };
  });
};

const oneOfEach = (sources: readonly SourceView[]): SourceView[] =>
  sources.filter(({ mark }, index) => mark !== 'own' && sources.findIndex((each) => each.mark === mark) === index);

/** What the programme office says; once a requirement is met the dates say it better than words written before. */
const standing = (said: string | null, reason: string, met: boolean): string => (said === null || met ? reason : said);
