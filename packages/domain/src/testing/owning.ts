/** Generated plans in which work changes hands: cover, offers, questions and focus lists, at random but the same for a plan. */
import { addDays } from '../calendar.ts';
import { createRandom } from '../generator/random.ts';
import type { Plan } from '../plan.ts';
import { periodOn } from '../rules/reporting.ts';
import { challengeStates, handoverStates, keysOf } from '../scales.ts';
import { aChallenge, aCover, aFocus, aHandover } from './rows.ts';

const each = <Row>(count: number, make: (index: number) => Row): Row[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** Gives the plan with a few rows of each of these kinds, about its own rows and by its own members, over three years. */
export const withOwning = (plan: Plan): Plan => {
  const random = createRandom(plan.head.seq);
  const idOf = (rows: readonly { id: string }[]): string => rows[random.int(0, rows.length - 1)]?.id ?? 'nothing';
  const row = (kind: string, index: number) => {
    const on = addDays(plan.notice.issuedOn, random.int(0, 1000));
    return { on, id: `${kind}-${index}`, recordedAt: `${on}T10:00:00.000Z`, recordedBy: idOf(plan.members) };
  };
  const about = () => {
    const kind = random.int(0, 2);
    return {
      actionId: kind === 0 ? idOf(plan.actions) : null,
      measureId: kind === 1 ? idOf(plan.measures) : null,
      requirementId: kind === 2 ? idOf(plan.requirements) : null,
    };
  };
  return {
    ...plan,
    covers: each(4, (index) => {
      const { on, ...fields } = row('cover', index);
      const endsOn = addDays(on, random.int(0, 200));
      return aCover({ ...fields, memberId: idOf(plan.members), deputyId: idOf(plan.members), startsOn: on, endsOn });
    }),
    handovers: each(6, (index) => {
      const { on, ...fields } = row('handover', index);
      const state = random.pick(keysOf(handoverStates));
      const decidedOn = state === 'offered' ? null : on;
      const [fromId, toId] = [idOf(plan.members), idOf(plan.members)];
      return aHandover({ ...fields, ...about(), fromId, toId, offeredById: fromId, offeredOn: on, state, decidedOn });
    }),
    challenges: each(6, (index) => {
      const { on, ...fields } = row('challenge', index);
      const state = random.pick(keysOf(challengeStates));
      const answered = state === 'asked' ? {} : { answer: 'Yes.', answeredById: idOf(plan.members), answeredOn: on };
      const dueOn = addDays(on, 14);
      return aChallenge({ ...fields, ...about(), ...answered, toId: idOf(plan.members), askedOn: on, dueOn, state });
    }),
    focuses: each(3, (index) => {
      const { on, ...fields } = row('focus', index);
      const periodEnd = periodOn(plan.notice, on)?.closesOn ?? on;
      return aFocus({ ...fields, periodEnd, setOn: on, actionIds: [idOf(plan.actions), idOf(plan.actions)] });
    }),
  };
};
