import type { Account } from '@noticeboard/domain/account';
import type { Role } from '@noticeboard/domain/scales';

/** One person of the demonstration: a role and a title, never a name. `id` is the account's, in every notice they belong to. */
export type DemonstrationAccount = {
  id: string;
  title: string;
  organisation: string;
  role: Role;
  office: Account['office'];
};

/** Who can sign in to the demonstration, in the order in which they are offered. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  {
    id: 'demo-board-member',
    title: 'Board member, schools',
    organisation: 'Kent schools',
    role: 'boardMember',
    office: 'none',
  },
  {
    id: 'demo-chair',
    title: 'Independent chair',
    organisation: 'Improvement board',
    role: 'chair',
    office: 'none',
  },
  {
    id: 'demo-officer',
    title: 'EHC service manager',
    organisation: 'Kent County Council',
    role: 'officer',
    office: 'none',
  },
  {
    id: 'demo-partner-officer',
    title: "Head of children's therapies",
    organisation: 'NHS Kent and Medway',
    role: 'officer',
    office: 'none',
  },
  {
    id: 'demo-programme-office',
    title: 'Programme lead',
    organisation: 'Kent County Council',
    role: 'programmeOffice',
    office: 'programmeOffice',
  },
  {
    id: 'demo-parent-carer-forum',
    title: 'Parent carer forum representative',
    organisation: 'Kent parent carer forum',
    role: 'parentCarerForum',
    office: 'none',
  },
  {
    id: 'demo-monitor',
    title: 'Monitor, DfE',
    organisation: 'Department for Education',
    role: 'monitor',
    office: 'none',
  },
  {
    id: 'demo-administrator',
    title: 'Administrator',
    organisation: 'Kent County Council',
    role: 'administrator',
    office: 'administrator',
  },
];
