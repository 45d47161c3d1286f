import { z } from 'zod';
import { family, familyMeasure } from '../family.ts';
import type { Plan } from '../plan.ts';
import { standingPlaces } from '../rules/families.ts';
import { familyKinds, familyParts, type FamilyPart, units } from '../scales.ts';
import { editedRow, newRow, withdrawInput } from './inputs.ts';
import { checkChosen, findStanding, refuse, standingOf } from './references.ts';
import { added, contentOf, edited, onStandingNotice } from './rows.ts';

const content = family.pick({ kind: true, title: true, note: true });
const placed = familyMeasure.pick({ measureId: true, part: true });

export const createFamilyInput = content.extend(newRow);
export const editFamilyInput = content.extend(editedRow);
export const withdrawFamilyInput = withdrawInput;
export const createFamilyMeasureInput = familyMeasure
  .pick({ familyId: true, measureId: true, part: true })
  .extend(newRow);
export const editFamilyMeasureInput = placed.extend(editedRow);
export const withdrawFamilyMeasureInput = withdrawInput;

type Family = Plan['families'][number];

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const checkTitle = (plan: Plan, title: string, ownId: string | null): void => {
  const taken = plan.families.some(
    (each) => each.withdrawnOn === null && each.id !== ownId && each.title.toLowerCase() === title.trim().toLowerCase(),
  );
  if (taken) refuse(`There is already a family “${title}”. Choose another title.`, 'title');
};

/** Parts that are added, divided and subtracted, so that a percentage or a number of weeks says nothing there. */
const amounts: ReadonlySet<FamilyPart> = new Set([
  'openCases',
  'permanentTrained',
  'permanentInTraining',
  'agencyTrained',
  'agencyInTraining',
  'vacantPosts',
  'caseload',
  'remaining',
  'overTwoYears',
  'inflow',
  'throughput',
]);

/** Checks that a measure may stand for a part of a family: the part is one of its kind, and is counted once. */
const checkPlace = (
  plan: Plan,
  { id: familyId, kind }: Family,
  { measureId, part }: z.output<typeof placed>,
  ownId: string | null,
): void => {
  if (familyParts[part].kind !== kind) {
    refuse(
      `“${familyParts[part].label}” is no part of a family of the kind ${lower(familyKinds[kind].label)}. Choose one from the list.`,
      'part',
    );
  }
  const others = standingPlaces(plan).filter((place) => place.familyId === familyId && place.id !== ownId);
  if (others.some((place) => place.measureId === measureId))
    refuse('That measure is in this family already. Choose another one.', 'measureId');
  if (kind !== 'balance' && others.some((place) => place.part === part)) {
    refuse(`Another measure is “${familyParts[part].label}” in this family. Withdraw it first.`, 'part');
  }
  const measure = plan.measures.find(({ id }) => id === measureId);
  if (measure && amounts.has(part) && measure.unit !== 'count' && measure.unit !== 'rate') {
    refuse(
      `“${familyParts[part].label}” is reckoned with, so its measure must be a count or a rate. ${measure.code} is in ${lower(units[measure.unit].label)}.`,
      'measureId',
    );
  }
};

/** Adds a family of measures that are read together. */
export const createFamily = onStandingNotice((plan, input: z.output<typeof createFamilyInput>, { createId }) => {
  checkTitle(plan, input.title, null);
  const row = { ...contentOf(content, input), noticeId: plan.notice.id, id: createId() };
  return [added('family', { ...row, withdrawnOn: null })];
});

/** Edits a family; its kind only while no measure stands in it. */
export const editFamily = onStandingNotice((plan, input: z.output<typeof editFamilyInput>) => {
  const before = findStanding(plan.families, input.id, 'family');
  checkTitle(plan, input.title, before.id);
  if (input.kind !== before.kind && standingPlaces(plan).some(({ familyId }) => familyId === before.id))
    refuse('This family has measures, each for a part of its kind. Withdraw them before you change it.', 'kind');
  return [edited('family', before, contentOf(content, input), input.expectedVersion)];
});

/** Withdraws a family and every measure's place in it; the measures themselves stay. */
export const withdrawFamily = onStandingNotice((plan, input: z.output<typeof withdrawFamilyInput>, { today }) => {
  const before = findStanding(plan.families, input.id, 'family');
  const places = standingPlaces(plan).filter(({ familyId }) => familyId === before.id);
  return [
    edited('family', before, { withdrawnOn: today }, input.expectedVersion),
    ...places.map((place) => edited('familyMeasure', place, { withdrawnOn: today }, place.version)),
  ];
});

/** Puts a measure into a family, as one of its parts. */
export const createFamilyMeasure = onStandingNotice(
  (plan, input: z.output<typeof createFamilyMeasureInput>, { createId }) => {
    const parent = findStanding(plan.families, input.familyId, 'family');
    checkChosen(standingOf(plan.measures), [input.measureId], [], 'measureId', 'measure');
    checkPlace(plan, parent, input, null);
    const row = { ...contentOf(placed, input), familyId: parent.id, noticeId: plan.notice.id, id: createId() };
    return [added('familyMeasure', { ...row, withdrawnOn: null })];
  },
);

/** Gives another measure to a part of a family, or another part to a measure. */
export const editFamilyMeasure = onStandingNotice((plan, input: z.output<typeof editFamilyMeasureInput>) => {
  const before = findStanding(plan.familyMeasures, input.id, 'measure of a family');
  checkChosen(standingOf(plan.measures), [input.measureId], [before.measureId], 'measureId', 'measure');
  checkPlace(plan, findStanding(plan.families, before.familyId, 'family'), input, before.id);
  return [edited('familyMeasure', before, contentOf(placed, input), input.expectedVersion)];
});

/** Takes a measure out of a family; the measure itself stays. */
export const withdrawFamilyMeasure = onStandingNotice(
  (plan, input: z.output<typeof withdrawFamilyMeasureInput>, { today }) => [
    edited(
      'familyMeasure',
      findStanding(plan.familyMeasures, input.id, 'measure of a family'),
      { withdrawnOn: today },
      input.expectedVersion,
    ),
  ],
);
