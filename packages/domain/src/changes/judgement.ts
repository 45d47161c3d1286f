/** What a voice says of areas and requirements, and what it takes back. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { id, type IsoDate } from '../fields.ts';
import { judgement } from '../judgement.ts';
import { type Subject } from '../permissions.ts';
import type { Change, Plan } from '../plan.ts';
import { type Judged, ratingsOf, releasedBefore, voicesOf } from '../rules/judgement.ts';
import { judgementRatings, type Voice, voices } from '../scales.ts';
import { formatDate } from '../words.ts';
import { areaSubject } from './area.ts';
import type { By } from './by.ts';
import { editedRow, ownSource } from './inputs.ts';
import { checkHasCome, findRow, findStanding, refuse } from './references.ts';
import { requirementSubject } from './requirement.ts';
import { added, edited, onStandingNotice } from './rows.ts';

const { rating, grounds, voice, on } = judgement.shape;

export const giveJudgementsInput = z.object({
  noticeId: id,
  /** Whose judgement it is; null for the one voice that the person has. */
  voice: voice.nullable().default(null),
  /** Null for today. */
  on: on.nullable().default(null),
  /** The board or the review that it is given at. */
  meetingId: id.nullable().default(null),
  /** What holds for every one of them that has no grounds of its own. */
  grounds: grounds.default(null),
  judgements: z
    .array(
      z.object({
        areaId: id.nullable().default(null),
        requirementId: id.nullable().default(null),
        rating,
        grounds: grounds.default(null),
      }),
    )
    .min(1, 'Judge at least one area or requirement.')
    .max(100, 'Judge 100 areas and requirements or fewer at once.'),
});
export const withdrawJudgementInput = z.object(editedRow);

const noSource = z.object(ownSource).parse({});

type Input = z.output<typeof giveJudgementsInput>;
type Given = Input['judgements'][number];

const aboutOf = ({ areaId, requirementId }: { areaId: string | null; requirementId: string | null }): Judged => {
  if (areaId !== null && requirementId === null) return { areaId };
  if (requirementId !== null && areaId === null) return { requirementId };
  return refuse('Judge one area or one requirement at a time.');
};

const subjectOf = (plan: Plan, about: Judged, today: IsoDate): Subject =>
  'areaId' in about ? areaSubject(plan, about.areaId, today) : requirementSubject(plan, about.requirementId, today);

/** Gives whose the areas and requirements are that are judged. Throws `notFound`. */
export const judgedSubjects = (plan: Plan, { judgements }: Pick<Input, 'judgements'>, today: IsoDate): Subject[] =>
  judgements.map((each) => subjectOf(plan, aboutOf(each), today));

/** Gives whose the area or requirement of a judgement is. Throws `notFound`. */
export const judgementSubject = (plan: Plan, judgementId: string, today: IsoDate): Subject =>
  subjectOf(plan, aboutOf(findRow(plan.judgements, judgementId, 'judgement')), today);

const nameOf = (plan: Plan, about: Judged): string =>
  'areaId' in about
    ? `Area ${findStanding(plan.areas, about.areaId, 'area').number}`
    : `Requirement ${findStanding(plan.requirements, about.requirementId, 'requirement').code}`;

const labelsOf = (some: readonly Voice[]): string => some.map((each) => voices[each].label).join(' and ');

/** Gives the voice of a judgement: the one named, or the only one that the person has of everything judged. */
const voiceFor = (plan: Plan, named: Voice | null, abouts: readonly Judged[], { who, today }: By): Voice => {
  const each = abouts.map((about) => ({ about, may: voicesOf(plan, who, about, today) }));
  const lacking = each.find(({ may }) => (named === null ? may.length === 0 : !may.includes(named)));
  if (lacking) {
    const what = nameOf(plan, lacking.about);
    const lack = named === null ? `have no voice on ${what}` : `don’t speak for “${voices[named].label}” on ${what}`;
    throw new DomainError('forbidden', `You ${lack}. Each voice speaks for itself alone.`);
  }
  if (named !== null) return named;
  const [first, ...more] = each.reduce<readonly Voice[]>(
    (common, { may }) => common.filter((of) => may.includes(of)),
    each[0]?.may ?? [],
  );
  if (first === undefined || more.length > 0) {
    const all = [...new Set(each.flatMap(({ may }) => may))];
    return refuse(`You speak here as ${labelsOf(all)}. Choose whose judgement this is.`, 'voice');
  }
  return first;
};

const checkDay = (plan: Plan, day: IsoDate, today: IsoDate): void => {
  const { issuedOn } = plan.notice;
  checkHasCome(today, day, 'on', 'The day of the judgement');
  if (day < issuedOn)
    refuse(`The day of the judgement must be ${formatDate(issuedOn)}, when the notice was issued, or later.`, 'on');
};

const checkMeeting = (plan: Plan, meetingId: string | null, day: IsoDate): void => {
  if (meetingId === null) return;
  const meeting = findRow(plan.meetings, meetingId, 'meeting');
  if (meeting.state === 'cancelled') refuse('That meeting was cancelled. Choose another one.', 'meetingId');
  if (meeting.on > day)
    refuse(`That meeting is on ${formatDate(meeting.on)}, after the day of the judgement.`, 'meetingId');
};

const keyOf = (of: { areaId: string | null; requirementId: string | null }): string =>
  `${of.areaId} ${of.requirementId}`;

const checkOnce = (plan: Plan, given: readonly Given[], spoken: Voice, day: IsoDate): void => {
  if (new Set(given.map(keyOf)).size < given.length) refuse('Judge each area and each requirement once.');
  for (const each of given) {
    const before = plan.judgements.find(
      (row) => row.withdrawnOn === null && row.voice === spoken && row.on === day && keyOf(row) === keyOf(each),
    );
    if (!before) continue;
    const said = `${voices[spoken].label} judged ${nameOf(plan, aboutOf(each))} for ${formatDate(day)} already`;
    throw new DomainError(
      'conflict',
      `${said}: ${judgementRatings[before.rating].label.toLowerCase()}. Withdraw that judgement first, or choose another day.`,
    );
  }
};

/**
 * Judges areas and requirements in one voice, all on one day: today unless an earlier one is named. What was judged before
 * stays, as history. Grounds are left out only of what is not judged.
 */
export const giveJudgements = onStandingNotice((plan, input: Input, by): Change[] => {
  const { meetingId, judgements: given } = input;
  const day = input.on ?? by.today;
  const abouts = given.map(aboutOf);
  const spoken = voiceFor(plan, input.voice, abouts, by);
  checkDay(plan, day, by.today);
  checkMeeting(plan, meetingId, day);
  checkOnce(plan, given, spoken, day);
  return given.map(({ areaId, requirementId, rating: said, grounds: own }) => {
    const about = aboutOf({ areaId, requirementId });
    const name = nameOf(plan, about);
    const released = releasedBefore(
      plan.areas.find((row) => row.id === areaId),
      spoken,
      day,
    );
    if (released !== null) throw new DomainError('conflict', released);
    if (!ratingsOf(spoken).includes(said))
      refuse(
        `${voices[spoken].label} does not use “${judgementRatings[said].label}”. Choose a judgement of its scale.`,
      );
    const why = own ?? input.grounds;
    if (why === null && said !== 'notJudged') refuse(`Say what the judgement of ${name} rests on.`, 'grounds');
    return added('judgement', {
      noticeId: plan.notice.id,
      id: by.createId(),
      areaId,
      requirementId,
      voice: spoken,
      rating: said,
      grounds: why,
      on: day,
      byId: by.who.memberId,
      meetingId,
      ...noSource,
      withdrawnOn: null,
    });
  });
});

/** Takes a judgement back, with a reason, in the voice that gave it. It stays in the history; the one before it counts again. */
export const withdrawJudgement = onStandingNotice(
  (plan, { id: judgementId, expectedVersion }: z.output<typeof withdrawJudgementInput>, { who, today }) => {
    const before = findStanding(plan.judgements, judgementId, 'judgement');
    if (!voicesOf(plan, who, aboutOf(before), today).includes(before.voice)) {
      const whose = voices[before.voice].label;
      throw new DomainError('forbidden', `This is the judgement of ${whose}. Each voice withdraws its own alone.`);
    }
    return [edited('judgement', before, { withdrawnOn: today }, expectedVersion)];
  },
);
