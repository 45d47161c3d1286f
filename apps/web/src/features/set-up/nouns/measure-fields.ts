import { bases, polarities, publicationRules, trajectories, units } from '@noticeboard/domain/scales';
import { optionsOf, type FieldsOf } from '../form/field.ts';
import type { Inputs } from './inputs.ts';
import type { SourceName } from './source-fields.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const measureFields: FieldsOf<Inputs['measure']['edit'], SourceName> = {
  code: { kind: 'text', label: 'Code', width: 5, hint: 'Such as 6.1.' },
  areaId: { kind: 'choice', label: 'Area', from: 'areas' },
  title: { kind: 'text', label: 'Title' },
  definition: {
    kind: 'textarea',
    label: 'Definition',
    optional: true,
    hint: 'What is counted, of whom, and what is left out.',
  },
  unit: { kind: 'choice', label: 'Unit', from: optionsOf(units), initial: 'percent' },
  decimals: { kind: 'whole', label: 'Decimals', initial: '1' },
  polarity: { kind: 'choice', label: 'Which way is good', from: optionsOf(polarities), initial: 'H' },
  tolerance: {
    kind: 'number',
    label: 'Tolerance',
    optional: true,
    hint: 'How far from the target still counts as met.',
    when: ({ polarity }) => polarity === 'T',
  },
  basis: { kind: 'choice', label: 'Basis', from: optionsOf(bases), hint: 'What one reading covers.', initial: 'month' },
  resetMonth: {
    kind: 'choice',
    label: 'Month in which it restarts',
    number: true,
    from: months.map((label, index) => ({ value: String(index + 1), label })),
    when: ({ basis }) => basis === 'yearToDate',
  },
  everyMonths: { kind: 'whole', label: 'Months between readings', initial: '1' },
  floor: {
    kind: 'number',
    label: 'Floor standard',
    optional: true,
    hint: 'The least that is bearable; where low is good, the most.',
  },
  baseline: { kind: 'number', label: 'Baseline', optional: true },
  baselineOn: { kind: 'date', label: 'Date of the baseline', optional: true, when: ({ baseline }) => baseline !== '' },
  baselineBasis: {
    kind: 'choice',
    label: 'Basis of the baseline',
    from: optionsOf(bases),
    optional: true,
    when: ({ baseline }) => baseline !== '',
  },
  trajectory: { kind: 'choice', label: 'Trajectory', from: optionsOf(trajectories), initial: 'straight' },
  balancedByIds: {
    kind: 'choices',
    label: 'Measures that balance it',
    from: 'measures',
    optional: true,
    hint: 'Those that would show if speed was bought elsewhere.',
  },
  publicationRule: {
    kind: 'choice',
    label: 'Small numbers when it is published',
    from: optionsOf(publicationRules),
    initial: 'fewerThan5',
  },
  ownerId: { kind: 'choice', label: 'Owner', from: 'reporters', optional: true },
};
