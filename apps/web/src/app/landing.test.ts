import { expect, it } from 'vitest';
import { keysOf, roles } from '@noticeboard/domain/scales';
import { landingOf } from './landing.ts';

it('has a page for every role', () => {
  expect(Object.fromEntries(keysOf(roles).map((role) => [role, landingOf('kent-2023', [role])]))).toEqual({
    officer: '/n/kent-2023/my-updates',
    programmeOffice: '/n/kent-2023/attention',
    boardMember: '/n/kent-2023/position',
    chair: '/n/kent-2023/position',
    parentCarerForum: '/n/kent-2023/position',
    monitor: '/n/kent-2023/checkpoints',
    administrator: '/n/kent-2023/set-up/members',
  });
});
