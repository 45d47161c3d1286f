import { sectors } from '@noticeboard/domain/scales';
import { optionsOf, type FieldsOf } from '../form/field.ts';
import type { Inputs } from './inputs.ts';
import type { SourceName } from './source-fields.ts';

const fields: FieldsOf<Inputs['notice']['edit'], SourceName> = {
  title: { kind: 'text', label: 'Title', hint: 'As people know it, such as “Exampleshire, SEND Improvement Notice”.' },
  authority: { kind: 'text', label: 'Authority', hint: 'The council that got the notice.' },
  partners: { kind: 'text', label: 'Partners', optional: true, hint: 'Such as the NHS integrated care board.' },
  subject: {
    kind: 'text',
    label: 'Subject',
    hint: 'What it is about, such as “Services for children with special educational needs and disabilities”.',
  },
  issuedBy: { kind: 'text', label: 'Issued by', hint: 'The office, not a name.' },
  issuedOn: { kind: 'date', label: 'Issued on' },
  checkpointBase: {
    kind: 'date',
    label: 'Checkpoints are counted from',
    emptyAs: 'issuedOn',
    hint: 'Leave it empty to count from the day of issue.',
  },
  checkpointMonths: {
    kind: 'numbers',
    label: 'Checkpoints, in months',
    hint: 'With commas between them.',
    initial: '3, 6, 12, 18',
  },
  updateEveryDays: {
    kind: 'whole',
    label: 'Days without an update after which an action counts as silent',
    initial: '31',
    suffix: 'days',
  },
};

export const noticeFields = fields;

export const settingsFields: FieldsOf<Inputs['notice']['setDateMoveLimit']> = {
  dateMoveLimitDays: {
    kind: 'whole',
    label: 'Days by which the programme office may move a due date',
    hint: 'Counted from the last date that the chair set. With 0 the chair decides on every move.',
    suffix: 'days',
  },
};

export const meetingRulesFields: FieldsOf<Inputs['notice']['setMeetingRules']> = {
  papersDueDays: {
    kind: 'whole',
    label: 'Working days before a meeting on which papers are due',
    hint: 'Those of a DfE review are due two weeks before it. Meetings that are planned keep their day.',
    suffix: 'working days',
  },
  quorumPresent: {
    kind: 'whole',
    label: 'Members of the board who have to be present',
    hint: 'The chair and the parent carer forum count.',
    suffix: 'members',
  },
  quorumSectors: {
    kind: 'choices',
    label: 'Sectors that have to be present',
    optional: true,
    hint: 'Which sector a member speaks for is set with the member.',
    from: optionsOf(sectors),
  },
};

const nature: FieldsOf<Pick<Inputs['notice']['create'], 'nature'>> = {
  nature: {
    kind: 'choice',
    label: 'Real or fictional',
    hint: 'A fictional notice says so on every page. This can’t be changed later.',
    from: [
      { value: 'real', label: 'A real notice' },
      { value: 'fictional', label: 'A fictional notice, to try things out' },
    ],
    initial: 'real',
  },
};

export const newNoticeFields: FieldsOf<Inputs['notice']['create'], SourceName> = {
  ...fields,
  ...nature,
  memberTitle: {
    kind: 'text',
    label: 'Your title',
    hint: 'What others see beside your changes: a role, not a name.',
    initial: 'Programme office',
  },
  memberOrganisation: { kind: 'text', label: 'Your organisation' },
};
