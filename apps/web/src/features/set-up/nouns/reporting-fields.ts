import { rhythms, workingDays } from '@noticeboard/domain/scales';
import { optionsOf, type FieldsOf } from '../form/field.ts';
import type { Inputs } from './inputs.ts';

export const reportingFields: FieldsOf<Inputs['notice']['setReporting']> = {
  reportEvery: { kind: 'choice', label: 'How often everybody reports', from: optionsOf(rhythms) },
  reportsCloseFrom: {
    kind: 'date',
    label: 'Updates first close on',
    hint: 'The periods after it are counted from it, and none before it is asked for: a change of the rhythm needs a day ahead, such as the Wednesday a week before a board. What falls on a weekend or a bank holiday closes on the last working day before.',
  },
  reportOpenDays: { kind: 'whole', label: 'Updates open before they close', suffix: 'working days' },
  reportGraceDays: {
    kind: 'whole',
    label: 'Days of grace',
    hint: 'How long after they closed an update is not yet late.',
    suffix: 'working days',
  },
  reportInstructions: {
    kind: 'textarea',
    label: 'Instructions',
    optional: true,
    hint: 'Shown to everybody above the updates that are due from them.',
  },
  remindSoonDays: {
    kind: 'whole',
    label: 'Reminder before updates close',
    hint: 'By e-mail, to whoever still owes an update.',
    suffix: 'working days before',
  },
  remindLateOn: {
    kind: 'choices',
    label: 'Whoever is late is reminded on',
    hint: 'By e-mail, until the update is there.',
    from: optionsOf(workingDays),
  },
  linkDays: {
    kind: 'whole',
    label: 'How long a link to update without an account lasts',
    hint: 'With 0 there are no such links.',
    suffix: 'days',
  },
  evidenceMegabytes: { kind: 'whole', label: 'Room for evidence', suffix: 'megabytes' },
};
