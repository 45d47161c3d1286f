import { eventKinds } from '@noticeboard/domain/scales';
import { optionsOf, type FieldsOf } from '../form/field.ts';
import type { Inputs } from './inputs.ts';
import { looseDateFields } from './requirement-fields.ts';
import type { SourceName } from './source-fields.ts';

export const eventFields: FieldsOf<Inputs['event']['edit'], SourceName> = {
  kind: { kind: 'choice', label: 'Kind', from: optionsOf(eventKinds) },
  title: { kind: 'text', label: 'Title', hint: 'What happened or is set to happen, in a few words.' },
  ...looseDateFields,
  note: { kind: 'textarea', label: 'Note', optional: true },
};
