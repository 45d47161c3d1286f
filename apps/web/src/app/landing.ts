import type { Role } from '@noticeboard/domain/scales';

/** Where each role lands, the first that a person has. */
const landings: readonly { role: Role; to: string }[] = [
  { role: 'officer', to: 'my-updates' },
  { role: 'programmeOffice', to: 'attention' },
  { role: 'chair', to: 'position' },
  { role: 'boardMember', to: 'position' },
  { role: 'parentCarerForum', to: 'position' },
  { role: 'monitor', to: 'checkpoints' },
  { role: 'administrator', to: 'set-up/members' },
];

/** Gives the address of the page that a person came for. */
export const landingOf = (noticeId: string, roles: readonly Role[]): string =>
  `/n/${noticeId}/${landings.find(({ role }) => roles.includes(role))?.to ?? 'position'}`;
