/** What the board has assured, and what waits for it. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { stageChangesOf, stageOn } from '../rules/delivery.ts';
import { compareText } from '../rules/grouped.ts';
import { planOn } from '../rules/known.ts';
import type { Mark, Stage } from '../scales.ts';
import { plural } from '../words.ts';
import { titleIn } from './due-row.ts';
import { isIllustrative } from './source.ts';

/** An action that has come as far as the board, with what it rests on. */
export type AssuranceLine = {
  id: string;
  code: string;
  title: string;
  area: string | null;
  lead: string | null;
  /** The day on which it came to its stage; null where no step says. */
  since: IsoDate | null;
  by: string | null;
  /** What convinced whoever said so. */
  words: string | null;
  mark: Mark;
};

export type AssuranceView = {
  today: IsoDate;
  title: string;
  assured: AssuranceLine[];
  /** Embedded, the longest first: the board may assure them. */
  waiting: AssuranceLine[];
  /** How many are evidenced, of which the measures have not held long enough yet. */
  evidenced: number;
  illustrative: boolean;
};

const lineOf = (plan: Plan, action: Plan['actions'][number], stage: Stage, today: IsoDate): AssuranceLine => {
  const step = stageChangesOf(plan, action).findLast(({ to, on }) => to === stage && on <= today);
  const area = plan.areas.find(({ id }) => id === action.areaIds[0]);
  return {
    id: action.id,
    code: action.code,
    title: action.title,
    area: area ? `${area.number} ${area.title}` : null,
    lead: titleIn(plan, action.leadId),
    since: step?.on ?? null,
    by: step ? titleIn(plan, step.recordedBy) : null,
    words: step?.reason ?? null,
    mark: action.mark,
  };
};

const byCode = new Intl.Collator('en-GB', { numeric: true });

/** Gives the actions that the board has assured by a day, and those that are embedded and wait for it. */
export const assuranceOf = (entire: Plan, today: IsoDate): AssuranceView => {
  const plan = planOn(entire, today);
  const at = (stage: Stage): Plan['actions'] => plan.actions.filter((action) => stageOn(plan, action, today) === stage);
  const lines = (stage: Stage): AssuranceLine[] => at(stage).map((action) => lineOf(plan, action, stage, today));
  const [assured, waiting] = [lines('assured'), lines('embedded')];
  const waits =
    waiting.length === 0
      ? 'none waits for it'
      : `${plural(waiting.length, 'action')} ${waiting.length === 1 ? 'waits' : 'wait'} for it`;
  return {
    today,
    title:
      assured.length === 0
        ? `The board has assured no action yet; ${waits}`
        : `The board has assured ${plural(assured.length, 'action')}; ${waits}`,
    assured: assured.toSorted((a, b) => byCode.compare(a.code, b.code)),
    waiting: waiting.toSorted((a, b) => compareText(a.since ?? '', b.since ?? '') || byCode.compare(a.code, b.code)),
    evidenced: at('evidenced').length,
    illustrative: isIllustrative([...assured, ...waiting]),
  };
};
