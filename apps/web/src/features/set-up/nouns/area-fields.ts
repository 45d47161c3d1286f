import type { FieldsOf } from '../form/field.ts';
import type { Inputs } from './inputs.ts';
import type { SourceName } from './source-fields.ts';

export const areaFields: FieldsOf<Inputs['area']['edit'], SourceName> = {
  number: { kind: 'whole', label: 'Number' },
  title: { kind: 'text', label: 'Title' },
  statement: { kind: 'textarea', label: 'Statement', hint: 'What the inspectors found, word for word.', rows: 5 },
  sponsorId: { kind: 'choice', label: 'Sponsor', from: 'members', optional: true },
};

export const releaseFields: FieldsOf<Inputs['area']['release']> = {
  releasedOn: {
    kind: 'date',
    label: 'Released on',
    optional: true,
    hint: 'Leave it empty to have the area monitored again.',
  },
  releasedBy: { kind: 'text', label: 'Released by', optional: true, hint: 'Such as the Department for Education.' },
  releaseReason: {
    kind: 'textarea',
    label: 'Why it was released',
    optional: true,
    hint: 'What was said of it, such as in the letter after a review.',
    rows: 3,
  },
};
