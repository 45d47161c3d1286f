import { employments, familyKinds, trainings } from '@noticeboard/domain/scales';
import { optionsOf, type FieldsOf } from '../form/field.ts';
import type { Inputs } from './inputs.ts';
import type { SourceName } from './source-fields.ts';

export const familyFields: FieldsOf<Inputs['family']['edit']> = {
  kind: {
    kind: 'choice',
    label: 'Kind',
    from: optionsOf(familyKinds),
    hint: 'Balance: what shows whether speed was bought elsewhere. Capacity: cases and the people who work on them. Backlog: what remains, comes in and goes out.',
  },
  title: { kind: 'text', label: 'Title', hint: 'What the measures are about, such as “SEND casework”.' },
  note: { kind: 'textarea', label: 'Note', optional: true, hint: 'What a reader should know of them.' },
};

export const familyMeasureFields: FieldsOf<Inputs['family']['editMeasure']> = {
  part: { kind: 'choice', label: 'What it counts in the family', from: 'parts' },
  measureId: { kind: 'choice', label: 'Measure', from: 'measures' },
};

export const starterFields: FieldsOf<Inputs['starter']['edit'], SourceName> = {
  startsOn: {
    kind: 'date',
    label: 'Starts on',
    hint: 'From then on they are counted, until a later reading of caseworkers in post has them.',
  },
  fullTimeEquivalents: {
    kind: 'number',
    label: 'Full-time equivalents',
    hint: 'Two people of whom one works three days a week are 1.6.',
  },
  employment: { kind: 'choice', label: 'Employment', from: optionsOf(employments), initial: 'permanent' },
  training: { kind: 'choice', label: 'Training when they start', from: optionsOf(trainings), initial: 'inTraining' },
  note: { kind: 'textarea', label: 'Note', optional: true, rows: 2 },
};

export const ratioFields: FieldsOf<Inputs['notice']['setRatio']> = {
  casesPerWorker: {
    kind: 'number',
    label: 'Cases for each full-time equivalent caseworker',
    optional: true,
    hint: 'What a caseworker can carry. Left empty, no need is reckoned.',
  },
  casesPerWorkerSource: {
    kind: 'textarea',
    label: 'Who gives this ratio',
    optional: true,
    rows: 2,
    hint: 'Shown beside every figure that rests on it.',
  },
};
