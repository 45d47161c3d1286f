import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Action } from '@noticeboard/domain/action';
import { addDays } from '@noticeboard/domain/calendar';
import type { IsoDate, Recorded, Source } from '@noticeboard/domain/fields';
import { replay } from '@noticeboard/domain/generator/replay';
import type { Measure } from '@noticeboard/domain/measure';
import type { Plan } from '@noticeboard/domain/plan';
import { checkpointsOf } from '@noticeboard/domain/rules/checkpoints';
import { declaredOf, deliveryOf, slipOf, updatesOf } from '@noticeboard/domain/rules/delivery';
import { deadlinesOf } from '@noticeboard/domain/rules/deadlines';
import { capacityOf } from '@noticeboard/domain/rules/capacity';
import { familiesOf } from '@noticeboard/domain/rules/families';
import { impactOf, readingsOf } from '@noticeboard/domain/rules/impact';
import { planOn } from '@noticeboard/domain/rules/known';
import { requirementDatesOf, requirementStateOf } from '@noticeboard/domain/rules/requirement';
import { describe, expect, it } from 'vitest';
import { demonstrationAccounts } from './accounts.ts';
import { readCsv } from './csv-file.ts';
import { evidenceFolder } from './kent-reporting.ts';
import { kentFolder, readScript } from './kent.ts';

const script = readScript(kentFolder);
const plans = new Map<IsoDate, Plan>();

const planAt = (day: IsoDate): Plan => {
  const kept = plans.get(day) ?? planOn(replay(script.filter((step) => step.day <= day)), day);
  plans.set(day, kept);
  return kept;
};

const actionIn = (plan: Plan, code: string): Recorded<Action> => {
  const action = plan.actions.find((one) => one.code === code);
  if (!action) throw new Error(`There is no action ${code}.`);
  return action;
};
const measureIn = (plan: Plan, code: string): Recorded<Measure> => {
  const measure = plan.measures.find((one) => one.code === code);
  if (!measure) throw new Error(`There is no measure ${code}.`);
  return measure;
};
const deliveryAt = (day: IsoDate, code: string) => deliveryOf(planAt(day), actionIn(planAt(day), code), day);
const storyActions = (story: string): string[] => {
  const row = readCsv(kentFolder, 'stories.csv').find(({ cells }) => cells.get('story') === story);
  return (row?.cells.get('actions') ?? '').split('; ');
};

const demonstrationDay = '2023-09-25';
const lifted = '2024-08-06';
const ever = '2025-12-31';

type Fact = Source & { id: string };
const facts = (plan: Plan): Fact[] => [
  plan.notice,
  ...plan.events,
  ...plan.areas,
  ...plan.requirements,
  ...plan.requirementDates,
  ...plan.measures,
  ...plan.targets,
  ...plan.readings,
  ...plan.benchmarks,
];

describe('the plan', () => {
  it('has 116 actions over nine areas', () => {
    const { areas, actions } = planAt(demonstrationDay);
    const counts = areas.map(({ id }) => actions.filter(({ areaIds }) => areaIds[0] === id).length);
    expect(counts).toEqual([10, 14, 9, 11, 12, 26, 13, 13, 8]);
  });

  it('stands on 25 September 2023 as the demonstration tells it', () => {
    const plan = planAt(demonstrationDay);
    const counts = Object.groupBy(plan.actions, (action) => deliveryOf(plan, action, demonstrationDay).key);
    expect(Object.fromEntries(Object.entries(counts).map(([key, actions]) => [key, actions.length]))).toEqual({
      complete: 19,
      deliveredNotEvidenced: 2,
      onTrack: 50,
      dueSoon: 11,
      forecastLate: 12,
      noUpdate: 10,
      overdue: 12,
    });
    expect(plan.actions.filter(({ originalDue }) => originalDue <= demonstrationDay)).toHaveLength(33);
    expect(plan.actions.filter(({ leadId }) => leadId === null).map(({ code }) => code)).toEqual([
      '2.09',
      '5.08',
      '9.03',
    ]);
  });

  it('has its checkpoints 3, 6, 12 and 18 months after 30 March 2023', () => {
    expect(checkpointsOf(planAt('2023-03-30').notice).map(({ on }) => on)).toEqual([
      '2023-06-30',
      '2023-09-30',
      '2024-03-30',
      '2024-09-30',
    ]);
  });

  it('gives most actions steps, and says that all of them are illustrative', () => {
    const { actions, milestones, updates, dateChanges } = planAt(lifted);
    for (const { id } of actions) {
      const steps = milestones.filter(({ actionId }) => actionId === id).length;
      expect(steps).toBeGreaterThanOrEqual(2);
      expect(steps).toBeLessThanOrEqual(5);
    }
    expect([...actions, ...updates, ...dateChanges].filter(({ mark }) => mark !== 'illustrative')).toEqual([]);
  });

  it('never says the same thing twice', () => {
    const words = planAt(lifted).updates.map((update) => update.words);
    expect(new Set(words).size).toBe(words.length);
  });

  it('shows on a day only what was recorded by then', () => {
    const early = planAt('2023-05-12');
    expect(early.areas).toHaveLength(9);
    expect(early.requirements.length).toBeGreaterThan(0);
    expect(early.readings.length).toBeGreaterThan(0);
    expect(early.actions).toEqual([]);
    expect(planAt(demonstrationDay).readings.filter(({ periodEnd }) => periodEnd > demonstrationDay)).toEqual([]);
  });

  it('ends with the notice lifted and actions still open', () => {
    const plan = planAt(lifted);
    expect(planAt('2024-08-05').events.some(({ kind }) => kind === 'lifted')).toBe(false);
    expect(plan.events.some(({ kind, latest }) => kind === 'lifted' && latest === lifted)).toBe(true);
    const open = plan.actions.filter(({ stage }) => stage === 'notStarted' || stage === 'inProgress');
    expect(open.length).toBeGreaterThan(0);
    expect(plan.areas.filter(({ releasedOn }) => releasedOn !== null).map(({ number }) => number)).toEqual([4]);
  });
});

describe('the facts', () => {
  it('each have a source where they are published or reported, or say that their wording is recalled', () => {
    const bare = facts(planAt(ever)).filter(
      ({ mark, sourceUrl, unconfirmed }) => mark !== 'illustrative' && sourceUrl === null && unconfirmed === null,
    );
    expect(bare).toEqual([]);
  });

  it('hold no illustrative reading, and no other target that is not', () => {
    const { readings, benchmarks, targets } = planAt(ever);
    for (const { mark, sourceUrl, sourceTitle } of [...readings, ...benchmarks]) {
      expect(['published', 'reported']).toContain(mark);
      expect(sourceUrl).toMatch(/^https:/);
      expect(sourceTitle).toBeTruthy();
    }
    expect(targets.filter(({ mark }) => mark !== 'illustrative')).toMatchObject([
      { measureId: 'measure-6.1', months: 18, value: 80, mark: 'reported' },
    ]);
  });

  it('keep both dates of the 12,180 overdue annual reviews, each marked as disputed', () => {
    const backlog = planAt(demonstrationDay).readings.filter(({ value }) => value === 12_180);
    expect(backlog.map(({ printedPeriod }) => printedPeriod)).toEqual(['September 2022', 'September 2023']);
    expect(backlog.every(({ disputed }) => disputed !== null)).toBe(true);
  });

  it('say of the 24 measures with targets how many have no reading, on any day', () => {
    for (const day of [demonstrationDay, '2023-11-05', '2023-11-06', '2024-03-31', lifted, ever]) {
      const { measures, readings, requirements, targets } = planAt(day);
      const aimed = measures.filter(({ id }) => targets.some(({ measureId }) => measureId === id));
      const unread = aimed.filter(({ id }) => !readings.some(({ measureId }) => measureId === id)).length;
      const many = unread > 12 ? 'Most' : unread === 12 ? 'Half of them' : `${unread} of them`;
      expect({ day, standing: requirements.find(({ code }) => code === '3')?.standing }).toEqual({
        day,
        standing: `${aimed.length} measures have targets. ${many} have no reading to set against them.`,
      });
    }
  });

  it('say of a source that tells of a later time than its figure was recorded that it came out after it', () => {
    const { readings } = planAt(ever);
    const early = readings.filter(
      ({ sourcePublishedOn, sourceUrl, recordedAt }) =>
        sourcePublishedOn === null &&
        readings.some((other) => other.sourceUrl === sourceUrl && other.periodEnd > recordedAt.slice(0, 10)),
    );
    expect(early.length).toBeGreaterThan(3);
    expect(
      early.filter(
        ({ sourceTitle }) => !/, published in or after [A-Z][a-z]+ \d{4}, day not known$/.test(sourceTitle ?? ''),
      ),
    ).toEqual([]);
  });

  it('leave out the garbled share of pupils in mainstream schools', () => {
    expect(planAt(ever).measures.filter(({ title }) => /mainstream/i.test(title))).toEqual([]);
  });

  it('take a baseline only from a reading', () => {
    const plan = planAt(ever);
    const withBaseline = plan.measures.filter(({ baseline }) => baseline !== null);
    expect(withBaseline.length).toBeGreaterThan(0);
    for (const measure of withBaseline) {
      const { baseline, baselineOn, baselineBasis } = measure;
      expect(readingsOf(plan, measure, { ownBasis: false })).toContainEqual(
        expect.objectContaining({ value: baseline, periodEnd: baselineOn, basis: baselineBasis }),
      );
    }
  });

  it('give 24 measures targets, and leave a measure without a published value without a reading', () => {
    const plan = planAt(demonstrationDay);
    const targeted = plan.measures.filter(({ id }) => plan.targets.some(({ measureId }) => measureId === id));
    expect(targeted).toHaveLength(24);
    expect(impactOf(plan, measureIn(plan, '2.1'), demonstrationDay).key).toBe('noReading');
  });

  it('do not confirm the wording of areas 7, 8 and 9', () => {
    const unconfirmed = planAt(demonstrationDay).areas.filter((area) => area.unconfirmed !== null);
    expect(unconfirmed.map(({ number }) => number)).toEqual([7, 8, 9]);
  });

  it('show both readings of 12 May, and the plan 48 days late', () => {
    const plan = planAt(demonstrationDay);
    const [first] = deadlinesOf(plan, demonstrationDay);
    expect(first).toMatchObject({ requirement: { code: '1' }, daysOver: 48, state: { key: 'metLate' } });
    const due = first ? requirementDatesOf(plan, first.requirement, 'due') : [];
    expect(due.map(({ earliest, disputed }) => [earliest, disputed !== null])).toEqual([
      ['2023-05-12', true],
      ['2023-05-12', true],
    ]);
  });

  it('know of no decision of the government on a requirement', () => {
    expect(new Set(planAt(ever).requirements.map(({ governmentDecision }) => governmentDecision))).toEqual(
      new Set(['notKnown']),
    );
  });

  it('tell the casework team apart as permanent, trained and of sufficient capacity, at risk five days before it is due', () => {
    const plan = planAt(demonstrationDay);
    const team = plan.requirements.filter(({ code }) => code.startsWith('4'));
    expect(team.map(({ code }) => code)).toEqual(['4a', '4b', '4c']);
    for (const requirement of team) {
      expect(requirementStateOf(plan, requirement, demonstrationDay)).toMatchObject({ key: 'atRisk', days: -5 });
    }
  });
});

describe('the people', () => {
  it('are the accounts of the demonstration, under the same titles and roles', () => {
    const members = planAt('2023-03-30').members.filter(({ accountId }) => accountId !== null);
    const written = members.map(({ accountId: id, title, organisation, roles }) => ({
      id,
      title,
      organisation,
      roles,
    }));
    expect(written.toSorted((a, b) => String(a.id).localeCompare(String(b.id)))).toEqual(
      demonstrationAccounts
        .map(({ id, title, organisation, role }) => ({ id, title, organisation, roles: [role] }))
        .toSorted((a, b) => a.id.localeCompare(b.id)),
    );
  });

  it('include an officer of the council and one of a partner who both lead actions', () => {
    const { actions } = planAt(demonstrationDay);
    expect(actions.filter(({ leadId }) => leadId === 'member-ehc-service-manager').map(({ code }) => code)).toContain(
      '6.04',
    );
    expect(actions.filter(({ leadId }) => leadId === 'member-therapies-head').map(({ code }) => code)).toContain(
      '8.05',
    );
  });
});

const wheelchairLead = (day: IsoDate) => planAt(day).members.find(({ id }) => id === 'member-wheelchair-commissioner');

describe('the stories', () => {
  it('an action slips three times', () => {
    const [code = ''] = storyActions('slips-three-times');
    const now = planAt(demonstrationDay);
    expect(actionIn(now, code)).toMatchObject({
      originalDue: '2023-08-31',
      currentDue: '2023-09-30',
      forecast: '2023-10-31',
    });
    expect(deliveryAt(demonstrationDay, code)).toMatchObject({ key: 'forecastLate', days: 31 });
    expect(declaredOf(now, actionIn(now, code))).toMatchObject({ rating: 'green', on: '2023-08-30' });
    expect(now.dateChanges.filter(({ actionId }) => actionId === `action-${code}`)).toMatchObject([
      { to: '2023-09-30', state: 'approved', decidedOn: '2023-08-30' },
      { to: '2023-10-31', state: 'asked', askedOn: '2023-09-20', decidedOn: null },
    ]);
    const later = planAt(lifted);
    expect(slipOf(later, actionIn(later, code))).toEqual({ times: 3, days: 153 });
    expect(actionIn(later, code).originalDue).toBe('2023-08-31');
  });

  it('a lead is silent', () => {
    const [code = ''] = storyActions('silent-lead');
    expect(deliveryAt(demonstrationDay, code)).toMatchObject({ key: 'noUpdate', days: 54 });
    expect(updatesOf(planAt('2023-11-14'), actionIn(planAt('2023-11-14'), code))).toHaveLength(1);
    const later = planAt('2023-11-15');
    expect(updatesOf(later, actionIn(later, code)).map(({ on }) => on)).toEqual(['2023-08-02', '2023-11-15']);
  });

  it('a green stands while its measure worsens', () => {
    const [code = ''] = storyActions('green-while-worse');
    const plan = planAt('2023-10-31');
    const action = actionIn(plan, code);
    const declared = updatesOf(plan, action);
    expect(declared.length).toBeGreaterThanOrEqual(3);
    expect(declared.every(({ rating }) => rating === 'green')).toBe(true);
    expect(action.measureIds).toContain('measure-6.1');
    const measure = measureIn(plan, '6.1');
    expect(impactOf(plan, measure, '2023-10-31')).toMatchObject({ key: 'floorMissed', reading: { value: 2.3 } });
    const [before, after] = readingsOf(plan, measure, { ownBasis: false }).slice(-2);
    expect(before?.value).toBeGreaterThan(after?.value ?? Infinity);
  });

  it('one is delivered without evidence', () => {
    const [code = ''] = storyActions('delivered-without-evidence');
    expect(deliveryAt('2023-09-20', code).key).toBe('dueSoon');
    for (const day of [demonstrationDay, lifted]) expect(deliveryAt(day, code).key).toBe('deliveredNotEvidenced');
  });

  it('one recovers', () => {
    const [code = ''] = storyActions('recovery');
    const now = planAt(demonstrationDay);
    expect(deliveryAt(demonstrationDay, code)).toMatchObject({ key: 'overdue', days: 25 });
    expect(declaredOf(now, actionIn(now, code))?.rating).toBe('green');
    const after = planAt('2023-09-26');
    const last = updatesOf(after, actionIn(after, code)).at(-1);
    expect(last?.rating).toBe('red');
    expect(last?.recovery).toMatch(/40 plans a month/);
    expect(deliveryAt(lifted, code).key).toBe('complete');
    expect(actionIn(planAt(lifted), code).stage).toBe('assured');
  });

  it('a dependency blocks', () => {
    const [blocker = '', blocked = ''] = storyActions('dependency-blocks');
    expect(actionIn(planAt(demonstrationDay), blocked).dependsOnIds).toContain(`action-${blocker}`);
    expect(deliveryAt(demonstrationDay, blocker)).toMatchObject({ key: 'overdue', days: 14 });
    expect(deliveryAt(demonstrationDay, blocked).key).toBe('forecastLate');
    const later = planAt(lifted);
    const deliveredOn = (code: string) =>
      later.stageChanges.find(({ actionId, to }) => actionId === `action-${code}` && to === 'delivered')?.on ?? '';
    expect(deliveredOn(blocked) > deliveredOn(blocker)).toBe(true);
    expect(slipOf(later, actionIn(later, blocked)).times).toBe(2);
  });

  it('a partner reports late', () => {
    const [code = ''] = storyActions('partner-reports-late');
    const plan = planAt('2024-03-31');
    const action = actionIn(plan, code);
    expect(action.organisation).toBe('NHS Kent and Medway');
    const reports = updatesOf(plan, action).slice(1);
    expect(reports.length).toBeGreaterThanOrEqual(4);
    for (const { on } of reports) expect(deliveryAt(addDays(on, -1), code).key).toBe('noUpdate');
    expect(deliveryAt(demonstrationDay, code)).toMatchObject({ key: 'forecastLate', days: 45 });
  });

  it('mail comes back until a new address is given', () => {
    expect(wheelchairLead(demonstrationDay)?.mailBouncedOn).toBe('2023-09-19');
    expect(wheelchairLead('2023-10-02')?.mailBouncedOn).toBeNull();
    const [first = '', second = ''] = storyActions('mail-comes-back');
    for (const code of [first, second])
      expect(actionIn(planAt(demonstrationDay), code).leadId).toBe('member-wheelchair-commissioner');
    const offered = (day: IsoDate) => planAt(day).handovers.find(({ actionId }) => actionId === `action-${second}`);
    expect(offered(demonstrationDay)).toMatchObject({ state: 'offered', toId: 'member-therapies-head' });
    expect(offered(lifted)?.state).toBe('declined');
  });

  it('an update is returned with a note, and what the office accepted is never its own', () => {
    const [code = ''] = storyActions('returned-update');
    const plan = planAt(demonstrationDay);
    expect(updatesOf(plan, actionIn(plan, code)).at(-1)).toMatchObject({
      on: '2023-09-21',
      state: 'returned',
      reviewedOn: '2023-09-22',
    });
    const reviewed = planAt(ever).updates.filter(({ state }) => state !== 'submitted');
    expect(reviewed.length).toBeGreaterThan(500);
    expect(reviewed.filter(({ byId, reviewedById }) => byId === reviewedById)).toEqual([]);
  });

  it('nobody says of an action that they lead that it is evidenced or beyond', () => {
    const plan = planAt(ever);
    const leads = new Map(plan.actions.map(({ id, leadId }) => [id, leadId]));
    const said = plan.stageChanges.filter(({ to }) => to === 'evidenced' || to === 'embedded' || to === 'assured');
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter(({ actionId, recordedBy }) => leads.get(actionId) === recordedBy)).toEqual([]);
  });

  it('everything that shows the work of reporting is there, and says that it is illustrative', () => {
    const { evidence, waivers, challenges, covers, focuses } = planAt(demonstrationDay);
    expect([...evidence, ...waivers, ...challenges].filter(({ mark }) => mark !== 'illustrative')).toEqual([]);
    expect(evidence.length).toBeGreaterThan(20);
    expect(waivers.map(({ actionId }) => actionId)).toEqual(['action-7.02']);
    expect(challenges.filter(({ state }) => state === 'asked').map(({ id }) => id)).toEqual([
      'challenge-6.07',
      'challenge-8.05',
      'challenge-area-1',
      'challenge-scrutiny-6',
    ]);
    expect(challenges.find(({ followsId }) => followsId === 'challenge-7.03')?.state).toBe('answered');
    expect(covers.some(({ startsOn, endsOn }) => startsOn <= demonstrationDay && demonstrationDay <= endsOn)).toBe(
      true,
    );
    expect(focuses.find(({ periodEnd }) => periodEnd === '2023-09-26')?.actionIds).toHaveLength(12);
    for (const { fileName } of evidence) {
      const text = readFileSync(path.join(evidenceFolder(kentFolder), fileName ?? ''), 'utf8');
      expect(text).toContain('Illustrative. Written for the demonstration');
    }
  });

  it('DfE has judged nothing yet: what stands of it is what the revisit found, as published', () => {
    const { judgements, areas } = planAt(demonstrationDay);
    const found = judgements.filter(({ voice }) => voice === 'dfe');
    expect(found.map(({ areaId }) => areaId)).toEqual(areas.map(({ id }) => id));
    for (const each of found)
      expect(each).toMatchObject({ rating: 'insufficient', on: '2022-11-09', mark: 'published' });
    const others = judgements.filter(({ voice }) => voice !== 'dfe');
    expect(new Set(others.map(({ mark }) => mark))).toEqual(new Set(['illustrative']));
    expect(new Set(others.map(({ voice }) => voice)).size).toBe(4);
    // Each owner judges what is theirs.
    const sponsors = new Map(areas.map(({ id, sponsorId }) => [id, sponsorId]));
    for (const { areaId, byId } of others.filter(({ voice, areaId: area }) => voice === 'owner' && area !== null))
      expect(byId).toBe(sponsors.get(areaId ?? ''));
  });

  it('are each told by an action of the plan', () => {
    const codes = new Set(planAt(lifted).actions.map(({ code }) => code));
    for (const { cells } of readCsv(kentFolder, 'stories.csv')) {
      for (const code of storyActions(cells.get('story') ?? '')) expect(codes).toContain(code);
    }
  });
});

describe('the families of Kent', () => {
  it('read together what Kent has, and invent neither a starter nor a figure', () => {
    const plan = planAt(demonstrationDay);
    expect(familiesOf(plan, 'capacity').map(({ family }) => family.title)).toEqual(['SEND casework']);
    expect(familiesOf(plan, 'backlog').map(({ family }) => family.title)).toEqual([
      'Annual reviews',
      'Needs assessments',
    ]);
    expect(familiesOf(plan, 'balance').map(({ placed }) => placed.map(({ measure }) => measure.code))).toEqual([
      ['6.3', '6.9', '9.1'],
      ['6.1', '6.11', '6.12', '6.9', '6.13', '1.2'],
    ]);
    expect(planAt(ever).starters).toEqual([]);
  });

  it('say of the team only what was reported: a bound, and a ratio with its source', () => {
    const plan = planAt(demonstrationDay);
    expect(plan.notice).toMatchObject({ casesPerWorker: 250 });
    expect(plan.notice.casesPerWorkerSource).toContain('no official source was found');
    expect(planAt('2023-04-30').notice.casesPerWorker).toBeNull();
    const [team] = familiesOf(plan, 'capacity');
    const status = team && capacityOf(plan, team, demonstrationDay);
    expect(status).toMatchObject({ perWorker: null, gap: null, base: null });
    expect(status?.figures.filter(({ amount }) => amount !== null).map(({ part, amount }) => [part, amount])).toEqual([
      ['vacantPosts', { value: 20, bound: 'exact' }],
      ['caseload', { value: 520, bound: 'atLeast' }],
    ]);
  });
});
