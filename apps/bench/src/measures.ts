import { generatePlan } from '@noticeboard/domain/generator/plan';
import { replay } from '@noticeboard/domain/generator/replay';
import type { Plan } from '@noticeboard/domain/plan';
import { measuresOf } from '@noticeboard/domain/views/measures';
import { print, title } from './figures.ts';
import { today } from './prepare.ts';

const rounds = 50;
const warmUp = 20;

/** The same plan as it comes from a change: what was grouped or remembered of its rows is good no longer. */
const anew = (plan: Plan): Plan => ({
  ...plan,
  measures: [...plan.measures],
  readings: [...plan.readings],
  targets: [...plan.targets],
});

const timed = (plan: Plan): number => {
  const started = performance.now();
  measuresOf(plan, today);
  return performance.now() - started;
};

/** All measures of a notice, 60 over 60 months, with their small charts: of a plan that has just changed, and of one that has not. */
export function allMeasures(): void {
  const plan = replay(
    generatePlan({ issuedOn: '2018-09-25', day: today, areas: 9, actions: 20, measures: 60, months: 60 }),
  );
  for (let round = 0; round < warmUp; round += 1) timed(anew(plan));
  const changed: number[] = [];
  const same: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const next = anew(plan);
    changed.push(timed(next));
    same.push(timed(next));
  }
  title(
    `All ${plan.measures.length} measures of a notice, ${plan.readings.length.toLocaleString('en-GB')} readings: ${rounds} rounds`,
  );
  print({ name: 'after a change (at most 20 ms)', unit: 'ms', values: changed, digits: 1 });
  print({ name: 'again', unit: 'ms', values: same, digits: 1 });
}
