/** The notice on a page: time, requirements, areas, and planned against actual completion. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { judgementsOf } from '../rules/judgement.ts';
import { judgementRatings, voices, type Tone } from '../scales.ts';
import { formatShortDate } from '../words.ts';
import type { AreaLine } from './position-areas.ts';
import { positionOf, type PositionView } from './position.ts';
import { sourceView, type SourceView } from './source.ts';

/** A judgement in a line: "Limited assurance", and whose it is and when: "Chair, 30 Aug 2023". */
export type JudgementLine = { label: string; tone: Tone; by: string; source: SourceView };

/**
 * An area in the table of a pack: its worst by number alone ("6.04, 25 days", "6.1: 2.3%, August 2023"), since its page names it, and the last thing that
 * anybody judged of it; null where there is none.
 */
export type PackAreaLine = AreaLine & { brief: string | null; judged: JudgementLine | null };

export type PackNotice = Pick<
  PositionView,
  'issued' | 'headline' | 'strip' | 'figures' | 'requirements' | 'totals' | 'completion' | 'illustrative'
> & { areas: PackAreaLine[] };

/** Gives a judgement as a line. */
export const judgementLineOf = (judgement: Plan['judgements'][number], today: IsoDate): JudgementLine => {
  const { label, tone } = judgementRatings[judgement.rating];
  return {
    label,
    tone,
    by: `${voices[judgement.voice].label}, ${formatShortDate(judgement.on)}`,
    source: sourceView(judgement, today),
  };
};

/** Without the title, which the page of the area has, and without the basis of a reading. */
const briefOf = ({ worst }: AreaLine): string | null => {
  if (worst === null) return null;
  const { kind, code, title } = worst.subject;
  const brief = worst.words.replace(`${code} ${title}`, code);
  return kind === 'measure' ? brief.replace(/, [^,]*$/, '') : brief;
};

/** Gives the last judgement of an area; of several on one day the chair’s, who speaks for the board. */
const lastJudgement = (plan: Plan, areaId: string, today: IsoDate): Plan['judgements'][number] | undefined => {
  const all = judgementsOf(plan, { areaId }, today).filter(({ rating }) => rating !== 'notJudged');
  const last = all.at(-1);
  return all.find(({ on, voice }) => on === last?.on && voice === 'chair') ?? last;
};

/** Gives the notice on a page. `plan` holds only what was known on the day. */
export const packNoticeOf = (plan: Plan, today: IsoDate): PackNotice => {
  const { issued, headline, strip, figures, requirements, areas, totals, completion, illustrative } = positionOf(
    plan,
    today,
  );
  return {
    issued,
    headline,
    strip,
    figures,
    requirements,
    totals,
    completion,
    illustrative,
    areas: areas.map((area) => {
      const last = lastJudgement(plan, area.id, today);
      return { ...area, brief: briefOf(area), judged: last ? judgementLineOf(last, today) : null };
    }),
  };
};
