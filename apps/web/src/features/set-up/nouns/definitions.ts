import type { UseMutationOptions } from '@tanstack/react-query';
import type { Receipt } from '@noticeboard/server/trpc';
import type { SetUpNoun } from '@noticeboard/domain/views/set-up';
import type { FormNoun } from '@noticeboard/domain/views/set-up-form';
import { trpc } from '../../../app/trpc.ts';
import { enteredChange } from '../form/entered-change.ts';
import type { Fields } from '../form/field.ts';
import type { Entered } from '../form/row-form.tsx';
import { actionFields, milestoneFields, newActionFields, newMilestoneFields } from './action-fields.ts';
import { areaFields, releaseFields } from './area-fields.ts';
import { eventFields } from './event-fields.ts';
import { familyFields, familyMeasureFields, ratioFields, starterFields } from './family-fields.ts';
import { measureFields } from './measure-fields.ts';
import { noticeFields } from './notice-fields.ts';
import { dateFields, decisionFields, requirementFields } from './requirement-fields.ts';
import { newRiskFields, riskFields } from './risk-fields.ts';
import { sourceFields } from './source-fields.ts';

type Content = Record<string, unknown>;
type Row = Readonly<Record<string, unknown>>;
type AnyChange = UseMutationOptions<Receipt, unknown, Content>;

/** One form: its fields, the change that it sends, and how its input is made of what was entered. */
export type FormOf = {
  fields: Fields;
  sourceFields?: Fields;
  change: () => AnyChange;
  input: (about: { noticeId: string; of: string | null; row: Row | null }, entered: Entered) => Content;
};

export type Definition = {
  /** In a sentence: "an area of weakness". */
  one: string;
  create: FormOf | null;
  edit: FormOf;
  withdraw: { change: () => AnyChange; meaning: string } | null;
};

/** What a new row starts its reason with. */
export const addedToPlan = 'Added to the plan.';

const creating: FormOf['input'] = ({ noticeId }, { content, reason }) => ({ ...content, noticeId, reason });
const editing: FormOf['input'] = ({ noticeId, row }, { content, reason, expectedVersion }) => ({
  ...content,
  noticeId,
  id: row?.['id'],
  expectedVersion,
  reason,
});

export const definitions: Readonly<Record<FormNoun, Definition>> = {
  notice: {
    one: 'the notice',
    create: null,
    edit: {
      fields: noticeFields,
      sourceFields,
      change: () => enteredChange(trpc.notice.edit.mutationOptions()),
      input: editing,
    },
    withdraw: {
      change: () => enteredChange(trpc.notice.withdraw.mutationOptions()),
      meaning: 'Everything in it stays to be read, and nothing in it can be changed any more.',
    },
  },
  requirement: {
    one: 'a requirement',
    create: {
      fields: requirementFields,
      sourceFields,
      change: () => enteredChange(trpc.requirement.create.mutationOptions()),
      input: creating,
    },
    edit: {
      fields: requirementFields,
      sourceFields,
      change: () => enteredChange(trpc.requirement.edit.mutationOptions()),
      input: editing,
    },
    withdraw: {
      change: () => enteredChange(trpc.requirement.withdraw.mutationOptions()),
      meaning: 'It and its dates no longer count, and leave the strip of time.',
    },
  },
  decision: {
    one: 'the government’s decision',
    create: null,
    edit: {
      fields: decisionFields,
      change: () => enteredChange(trpc.requirement.decide.mutationOptions()),
      input: editing,
    },
    withdraw: null,
  },
  date: {
    one: 'a date',
    create: {
      fields: dateFields,
      sourceFields,
      change: () => enteredChange(trpc.requirement.setDate.mutationOptions()),
      input: ({ noticeId, of }, { content, reason }) => ({
        ...content,
        noticeId,
        requirementId: of,
        id: null,
        expectedVersion: 0,
        reason,
      }),
    },
    edit: {
      fields: dateFields,
      sourceFields,
      change: () => enteredChange(trpc.requirement.setDate.mutationOptions()),
      input: (about, entered) => ({ ...editing(about, entered), requirementId: about.row?.['requirementId'] }),
    },
    withdraw: {
      change: () => enteredChange(trpc.requirement.withdrawDate.mutationOptions()),
      meaning: 'The requirement stands without it.',
    },
  },
  area: {
    one: 'an area of weakness',
    create: {
      fields: areaFields,
      sourceFields,
      change: () => enteredChange(trpc.area.create.mutationOptions()),
      input: creating,
    },
    edit: {
      fields: areaFields,
      sourceFields,
      change: () => enteredChange(trpc.area.edit.mutationOptions()),
      input: editing,
    },
    withdraw: {
      change: () => enteredChange(trpc.area.withdraw.mutationOptions()),
      meaning: 'This works once no action and no measure belongs to it.',
    },
  },
  release: {
    one: 'the release from monitoring',
    create: null,
    edit: { fields: releaseFields, change: () => enteredChange(trpc.area.release.mutationOptions()), input: editing },
    withdraw: null,
  },
  measure: {
    one: 'a measure',
    create: {
      fields: measureFields,
      sourceFields,
      change: () => enteredChange(trpc.measure.create.mutationOptions()),
      input: creating,
    },
    edit: {
      fields: measureFields,
      sourceFields,
      change: () => enteredChange(trpc.measure.edit.mutationOptions()),
      input: editing,
    },
    withdraw: {
      change: () => enteredChange(trpc.measure.withdraw.mutationOptions()),
      meaning: 'It leaves every page but the history; its readings stay to be read there.',
    },
  },
  action: {
    one: 'an action',
    create: {
      fields: newActionFields,
      sourceFields,
      change: () => enteredChange(trpc.action.create.mutationOptions()),
      input: creating,
    },
    edit: {
      fields: actionFields,
      sourceFields,
      change: () => enteredChange(trpc.action.edit.mutationOptions()),
      input: editing,
    },
    withdraw: {
      change: () => enteredChange(trpc.action.withdraw.mutationOptions()),
      meaning:
        'Only the board withdraws an action. Say in the reason when it decided so. A date change still asked for ends with it.',
    },
  },
  milestone: {
    one: 'a milestone',
    create: {
      fields: newMilestoneFields,
      change: () => enteredChange(trpc.milestone.create.mutationOptions()),
      input: (about, entered) => ({ ...creating(about, entered), actionId: about.of }),
    },
    edit: {
      fields: milestoneFields,
      change: () => enteredChange(trpc.milestone.edit.mutationOptions()),
      input: editing,
    },
    withdraw: {
      change: () => enteredChange(trpc.milestone.withdraw.mutationOptions()),
      meaning: 'The action stands without it.',
    },
  },
  event: {
    one: 'an event',
    create: {
      fields: eventFields,
      sourceFields,
      change: () => enteredChange(trpc.event.create.mutationOptions()),
      input: creating,
    },
    edit: {
      fields: eventFields,
      sourceFields,
      change: () => enteredChange(trpc.event.edit.mutationOptions()),
      input: editing,
    },
    withdraw: {
      change: () => enteredChange(trpc.event.withdraw.mutationOptions()),
      meaning: 'It leaves the strip of time.',
    },
  },
  family: {
    one: 'a family of measures',
    create: {
      fields: familyFields,
      change: () => enteredChange(trpc.family.create.mutationOptions()),
      input: creating,
    },
    edit: {
      fields: familyFields,
      change: () => enteredChange(trpc.family.edit.mutationOptions()),
      input: editing,
    },
    withdraw: {
      change: () => enteredChange(trpc.family.withdraw.mutationOptions()),
      meaning: 'Its measures stay, and are no longer read together.',
    },
  },
  familyMeasure: {
    one: 'a measure of a family',
    create: {
      fields: familyMeasureFields,
      change: () => enteredChange(trpc.family.addMeasure.mutationOptions()),
      input: (about, entered) => ({ ...creating(about, entered), familyId: about.of }),
    },
    edit: {
      fields: familyMeasureFields,
      change: () => enteredChange(trpc.family.editMeasure.mutationOptions()),
      input: editing,
    },
    withdraw: {
      change: () => enteredChange(trpc.family.withdrawMeasure.mutationOptions()),
      meaning: 'The measure itself stays, outside the family.',
    },
  },
  starter: {
    one: 'caseworkers who will start',
    create: {
      fields: starterFields,
      sourceFields,
      change: () => enteredChange(trpc.starter.create.mutationOptions()),
      input: creating,
    },
    edit: {
      fields: starterFields,
      sourceFields,
      change: () => enteredChange(trpc.starter.edit.mutationOptions()),
      input: editing,
    },
    withdraw: {
      change: () => enteredChange(trpc.starter.withdraw.mutationOptions()),
      meaning: 'They no longer count towards the caseworkers ahead.',
    },
  },
  risk: {
    one: 'a risk',
    create: {
      fields: newRiskFields,
      sourceFields,
      change: () => enteredChange(trpc.risk.raise.mutationOptions()),
      input: creating,
    },
    edit: {
      fields: riskFields,
      sourceFields,
      change: () => enteredChange(trpc.risk.edit.mutationOptions()),
      input: editing,
    },
    withdraw: {
      change: () => enteredChange(trpc.risk.withdraw.mutationOptions()),
      meaning: 'It leaves the register. Withdraw only what was raised by mistake; close a risk that is over.',
    },
  },
  ratio: {
    one: 'the ratio of cases to caseworkers',
    create: null,
    edit: {
      fields: ratioFields,
      change: () => enteredChange(trpc.notice.setRatio.mutationOptions()),
      input: ({ noticeId }, { content, reason, expectedVersion }) => ({
        ...content,
        noticeId,
        expectedVersion,
        reason,
      }),
    },
    withdraw: null,
  },
};

/** What stands over the list of a noun, and how several are counted. */
export const lists: Readonly<Record<SetUpNoun, { title: string; codeHead: string; add: string | null }>> = {
  requirement: { title: 'Requirements', codeHead: 'Number', add: 'Add a requirement' },
  date: { title: 'Dates of requirements', codeHead: 'Requirement', add: null },
  area: { title: 'Areas of weakness', codeHead: 'Number', add: 'Add an area' },
  measure: { title: 'Measures', codeHead: 'Code', add: 'Add a measure' },
  action: { title: 'Actions', codeHead: 'Code', add: 'Add an action' },
  milestone: { title: 'Milestones', codeHead: 'Action', add: null },
  event: { title: 'Events', codeHead: '', add: 'Add an event' },
  family: { title: 'Families of measures', codeHead: '', add: 'Add a family' },
  familyMeasure: { title: 'Measures of families', codeHead: 'Measure', add: null },
  starter: { title: 'Caseworkers who will start', codeHead: '', add: 'Add caseworkers who will start' },
  risk: { title: 'Risks', codeHead: 'Number', add: 'Raise a risk' },
};

/** Gives the noun of an address; null where there is none of that name. */
export const formNounOf = (text: string): FormNoun | null => (text in definitions ? (text as FormNoun) : null);

/** Gives the noun that has a list of its own. */
export const listNounOf = (text: string): SetUpNoun | null => (text in lists ? (text as SetUpNoun) : null);
