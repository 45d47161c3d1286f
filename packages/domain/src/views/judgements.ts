/** What each voice says of each area and each requirement, side by side. */
import type { IsoDate } from '../fields.ts';
import type { Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import type { Gap, Judged } from '../rules/judgement.ts';
import {
  gapOf,
  latestByVoice,
  leastAssuredFirst,
  ratingsOf,
  releasedBefore,
  voicesOf,
  widestGapFirst,
} from '../rules/judgement.ts';
import { planOn } from '../rules/known.ts';
import { compareText } from '../rules/grouped.ts';
import type { JudgementRating, Status, Tone, Voice } from '../scales.ts';
import { judgementRatings, keysOf, statusOf, voices } from '../scales.ts';
import { daysLeftOrOver, formatDate, listInWords, plural } from '../words.ts';
import { findRow } from '../changes/references.ts';
import { titleIn } from './due-row.ts';
import type { SourceView } from './source.ts';
import { isIllustrative, sourceView } from './source.ts';

/** What one voice said on one day. */
export type JudgementLine = {
  id: string;
  version: number;
  voice: Voice;
  rating: Status<JudgementRating>;
  grounds: string | null;
  on: IsoDate;
  /** "26 days ago". */
  age: string;
  /** It was found before the notice was issued, so that it stands beside the others without being compared. */
  beforeNotice: boolean;
  by: string | null;
  meeting: { id: string; title: string } | null;
  /** The day on which it was withdrawn; null while it stands. */
  withdrawnOn: IsoDate | null;
  source: SourceView;
  /** The reader speaks in its voice, and may take it back. */
  mine: boolean;
};

/** How far apart the voices are: "2 steps apart" and between whom; `steps` is null while fewer than two have judged. */
type GapLine = { steps: Gap['steps']; label: string; tone: Tone; words: string };

/** An area or a requirement with the latest of each voice. */
export type JudgedRow = {
  kind: 'area' | 'requirement';
  id: string;
  /** The number of an area, the code of a requirement. */
  code: string;
  title: string;
  /** Its sponsor or owner. */
  owner: string | null;
  /** "Released from monitoring on …"; null while it is monitored. */
  released: string | null;
  voices: Record<Voice, JudgementLine | null>;
  gap: GapLine;
  /** In which voices the reader may judge it today; DfE's is missing once it was released. */
  mine: Voice[];
};

export type JudgementsView = {
  today: IsoDate;
  /** What it comes down to. */
  title: string;
  /** The widest gap first. */
  areas: JudgedRow[];
  requirements: JudgedRow[];
  /** The ratings of each voice, the best first. */
  scales: Record<Voice, { key: JudgementRating; label: string }[]>;
  illustrative: boolean;
};

type Judgement = Plan['judgements'][number];

const lineOf = (plan: Plan, row: Judgement, spoken: readonly Voice[], today: IsoDate): JudgementLine => {
  const meeting = plan.meetings.find(({ id }) => id === row.meetingId);
  return {
    id: row.id,
    version: row.version,
    voice: row.voice,
    rating: statusOf(judgementRatings, row.rating, row.grounds ?? 'No grounds were recorded.'),
    grounds: row.grounds,
    on: row.on,
    age: daysLeftOrOver(today, row.on),
    beforeNotice: row.on < plan.notice.issuedOn,
    by: titleIn(plan, row.byId),
    meeting: meeting ? { id: meeting.id, title: `${meeting.title}, ${formatDate(meeting.on)}` } : null,
    withdrawnOn: row.withdrawnOn,
    source: sourceView(row, today),
    mine: row.withdrawnOn === null && spoken.includes(row.voice),
  };
};

const labelOf = ({ voice }: Judgement): string =>
  voice === 'dfe' ? voices.dfe.label : voices[voice].label.toLowerCase();

/** Says who stands on a rung: "chair and parent carer forum limited assurance". */
const saidBy = (some: readonly Judgement[]): string =>
  [...Map.groupBy(some, ({ rating }) => rating)]
    .map(([rating, group]) => `${listInWords(group.map(labelOf))} ${judgementRatings[rating].label.toLowerCase()}`)
    .join(', ');

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const gapLineOf = ({ steps, judged, highest, lowest }: Gap): GapLine => {
  if (judged === 0) return { steps, label: 'Not judged', tone: 'none', words: 'No voice has judged it yet.' };
  if (steps === null) return { steps, label: 'One voice', tone: 'none', words: `${capital(saidBy(highest))}.` };
  if (steps === 0) return { steps, label: 'No gap', tone: 'neutral', words: `${capital(saidBy(highest))}.` };
  return {
    steps,
    label: `${plural(steps, 'step')} apart`,
    tone: steps === 2 ? 'red' : 'amber',
    words: `${capital(saidBy(highest))}; ${saidBy(lowest)}.`,
  };
};

type Base = Pick<JudgedRow, 'kind' | 'id' | 'code' | 'title' | 'owner' | 'released'>;

const areaBase = (plan: Plan, area: Plan['areas'][number], today: IsoDate): Base => ({
  kind: 'area',
  id: area.id,
  code: String(area.number),
  title: area.title,
  owner: titleIn(plan, area.sponsorId),
  released:
    area.releasedOn !== null && area.releasedOn <= today
      ? `Released from monitoring on ${formatDate(area.releasedOn)}`
      : null,
});

const requirementBase = (plan: Plan, requirement: Plan['requirements'][number]): Base => ({
  kind: 'requirement',
  id: requirement.id,
  code: requirement.code,
  title: requirement.title,
  owner: titleIn(plan, requirement.ownerId),
  released: null,
});

const aboutOf = ({ kind, id }: Base): Judged => (kind === 'area' ? { areaId: id } : { requirementId: id });

const rowOf = (plan: Plan, base: Base, who: Who, today: IsoDate): JudgedRow => {
  const about = aboutOf(base);
  const latest = latestByVoice(plan, about, today);
  const spoken = voicesOf(plan, who, about, today);
  const area = plan.areas.find(({ id }) => base.kind === 'area' && id === base.id);
  return {
    ...base,
    voices: Object.fromEntries(
      keysOf(voices).map((voice) => {
        const row = latest.get(voice);
        return [voice, row ? lineOf(plan, row, spoken, today) : null];
      }),
    ) as JudgedRow['voices'],
    gap: gapLineOf(gapOf(plan, about, today)),
    mine: spoken.filter((voice) => releasedBefore(area, voice, today) === null),
  };
};

const byCode = new Intl.Collator('en-GB', { numeric: true });

const rowsOf = (plan: Plan, bases: readonly Base[], who: Who, today: IsoDate): JudgedRow[] =>
  bases
    .map((base) => ({ base, gap: gapOf(plan, aboutOf(base), today) }))
    .toSorted((a, b) => widestGapFirst(a.gap, b.gap) || byCode.compare(a.base.code, b.base.code))
    .map(({ base }) => rowOf(plan, base, who, today));

const titleOf = (rows: readonly JudgedRow[]): string => {
  const judged = rows.filter(({ gap }) => gap.label !== 'Not judged').length;
  if (judged === 0) return 'No area and no requirement has been judged since the notice was issued';
  const apart = rows.filter(({ gap }) => gap.steps === 2).length;
  const near = rows.filter(({ gap }) => gap.steps === 1).length;
  const all = `${judged} of ${plural(rows.length, 'area and requirement', 'areas and requirements')} judged`;
  if (apart > 0) return `${all}; the voices are two steps apart on ${apart}`;
  return near > 0 ? `${all}; the voices are one step apart on ${near}` : `${all}; no two voices are a step apart`;
};

const standing = <Row extends { withdrawnOn: IsoDate | null }>(rows: readonly Row[]): Row[] =>
  rows.filter(({ withdrawnOn }) => withdrawnOn === null);

/** Gives what each voice says of each area and each requirement on a day, the widest gap first, and which a person may judge. */
export const judgementsView = (entire: Plan, today: IsoDate, who: Who): JudgementsView => {
  const plan = planOn(entire, today);
  const areas = rowsOf(
    plan,
    standing(plan.areas).map((area) => areaBase(plan, area, today)),
    who,
    today,
  );
  const requirements = rowsOf(
    plan,
    standing(plan.requirements).map((requirement) => requirementBase(plan, requirement)),
    who,
    today,
  );
  return {
    today,
    title: titleOf([...areas, ...requirements]),
    areas,
    requirements,
    scales: Object.fromEntries(
      keysOf(voices).map((voice) => [
        voice,
        ratingsOf(voice).map((key) => ({ key, label: judgementRatings[key].label })),
      ]),
    ) as JudgementsView['scales'],
    illustrative: isIllustrative(plan.judgements),
  };
};

export type JudgedView = { today: IsoDate; row: JudgedRow; history: JudgementLine[] };

/** Gives what each voice says of one area or requirement, and everything that any said, the latest first. Throws `notFound`. */
export const judgedView = (entire: Plan, about: Judged, today: IsoDate, who: Who): JudgedView => {
  const plan = planOn(entire, today);
  const base =
    'areaId' in about
      ? areaBase(plan, findRow(plan.areas, about.areaId, 'area'), today)
      : requirementBase(plan, findRow(plan.requirements, about.requirementId, 'requirement'));
  const spoken = voicesOf(plan, who, about, today);
  const history = plan.judgements
    .filter(
      ({ areaId, requirementId, on }) => (base.kind === 'area' ? areaId : requirementId) === base.id && on <= today,
    )
    .toSorted((a, b) => compareText(b.on, a.on) || compareText(b.addedAt, a.addedAt) || compareText(a.id, b.id))
    .map((row) => lineOf(plan, row, spoken, today));
  return { today, row: rowOf(plan, base, who, today), history };
};

/** The last that any voice said of an area: of several on one day, the least assured. */
export type LastJudgement = { label: string; tone: Tone; words: string };

/** Gives the last judgement of an area or a requirement by a day; null where there is none. */
export const lastJudgementOf = (plan: Plan, about: Judged, today: IsoDate): LastJudgement | null => {
  const [last] = [...latestByVoice(plan, about, today).values()].toSorted(
    (a, b) => compareText(b.on, a.on) || leastAssuredFirst(a, b),
  );
  if (!last) return null;
  const { label, tone } = judgementRatings[last.rating];
  return { label, tone, words: `${voices[last.voice].label}, ${formatDate(last.on)}` };
};
