import { governmentDecisions, requirementDateKinds, requirementKinds } from '@noticeboard/domain/scales';
import { optionsOf, type FieldsOf } from '../form/field.ts';
import type { Inputs } from './inputs.ts';
import type { SourceName } from './source-fields.ts';

export const requirementFields: FieldsOf<Inputs['requirement']['edit'], SourceName> = {
  code: { kind: 'text', label: 'Number', width: 5, hint: 'As the notice counts it, such as 4a.' },
  kind: { kind: 'choice', label: 'Kind', from: optionsOf(requirementKinds), initial: 'clause' },
  title: { kind: 'text', label: 'Title' },
  text: { kind: 'textarea', label: 'Text', hint: 'What it says, word for word.', rows: 5 },
  consequence: { kind: 'textarea', label: 'Consequence', optional: true, hint: 'What follows if it is not met.' },
  ownerId: { kind: 'choice', label: 'Owner', from: 'reporters', optional: true },
  declared: {
    kind: 'choice',
    label: 'What you say of it while it is open',
    optional: true,
    from: [
      { value: 'onCourse', label: 'On course' },
      { value: 'atRisk', label: 'At risk' },
      { value: 'partMet', label: 'Part met' },
    ],
  },
  standing: { kind: 'textarea', label: 'Where it stands', optional: true },
  outcomeDisputed: { kind: 'textarea', label: 'Why the outcome is disputed', optional: true, rows: 2 },
  measureIds: { kind: 'choices', label: 'Measures that would prove it', from: 'measures', optional: true },
};

export const decisionFields: FieldsOf<Inputs['requirement']['decide']> = {
  governmentDecision: { kind: 'choice', label: 'The government’s decision', from: optionsOf(governmentDecisions) },
  governmentDecidedOn: {
    kind: 'date',
    label: 'Decided on',
    optional: true,
    when: ({ governmentDecision }) => governmentDecision !== 'notKnown',
  },
  governmentNote: { kind: 'textarea', label: 'Note on the decision', optional: true },
};

/** The day or days of something that a source may date loosely. */
export const looseDateFields = {
  earliest: { kind: 'date', label: 'Date' },
  latest: {
    kind: 'date',
    label: 'Latest day',
    emptyAs: 'earliest',
    hint: 'Only where the source is loose: “autumn” may end on 30 November. Then the date above is the earliest day.',
  },
  printed: {
    kind: 'text',
    label: 'Date as printed',
    optional: true,
    width: 20,
    hint: 'Only where the source is loose: “autumn 2023”.',
  },
} as const;

export const dateFields: FieldsOf<Inputs['requirement']['setDate'], SourceName | 'requirementId'> = {
  kind: { kind: 'choice', label: 'What happened', from: optionsOf(requirementDateKinds), initial: 'due' },
  ...looseDateFields,
  note: { kind: 'textarea', label: 'Note', optional: true, rows: 2 },
};
