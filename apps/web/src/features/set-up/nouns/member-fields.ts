import { roles, sectors } from '@noticeboard/domain/scales';
import { optionsOf, type FieldsOf } from '../form/field.ts';
import type { Inputs } from './inputs.ts';

const named: FieldsOf<Inputs['member']['add'], 'email'> = {
  title: { kind: 'text', label: 'Title', hint: 'A role, not a name, such as “SEND casework manager”.' },
  organisation: { kind: 'text', label: 'Organisation' },
};

const rolesField = { kind: 'choices', label: 'Roles', from: optionsOf(roles) } as const;
const sectorField = {
  kind: 'choice',
  label: 'Sector that they speak for on the board',
  optional: true,
  hint: 'A board decides only while each sector is there.',
  from: optionsOf(sectors),
} as const;
const endsOnField = {
  kind: 'date',
  label: 'Last day',
  optional: true,
  hint: 'Leave it empty where the roles have no end.',
} as const;

/** A lead without an account. */
export const leadFields: FieldsOf<Inputs['member']['add']> = {
  ...named,
  email: {
    kind: 'text',
    label: 'E-mail address',
    type: 'email',
    optional: true,
    hint: 'Reminders go there. Only the programme office and administrators see it.',
  },
};

export const invitationFields: FieldsOf<Inputs['member']['invite'], 'memberId'> = {
  email: { kind: 'text', label: 'E-mail address', type: 'email', hint: 'They sign in with it. Others do not see it.' },
  ...named,
  sector: sectorField,
  roles: rolesField,
  endsOn: endsOnField,
};

export const memberFields: FieldsOf<Inputs['member']['edit']> = {
  ...named,
  sector: sectorField,
  roles: rolesField,
  startsOn: { kind: 'date', label: 'First day' },
  endsOn: endsOnField,
};

export const accountFields: FieldsOf<Inputs['account']['invite']> = {
  email: { kind: 'text', label: 'E-mail address', type: 'email', hint: 'They sign in with it.' },
  title: { kind: 'text', label: 'Title', hint: 'A role, not a name, such as “Programme office”.' },
  office: {
    kind: 'choice',
    label: 'What they may do',
    from: [
      { value: 'programmeOffice', label: 'Programme office: sets up notices and makes their plans' },
      { value: 'administrator', label: 'Administrator: invites people and gives them roles' },
    ],
    initial: 'programmeOffice',
  },
};
