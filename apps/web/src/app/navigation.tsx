import { Link, useMatchRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { mayAnywhere } from '@noticeboard/domain/permissions';
import { formatNumber } from '@noticeboard/domain/words';
import { useNotice } from './notice.ts';

const pages = [
  { to: '/n/$noticeId/position', name: 'Position' },
  { to: '/n/$noticeId/areas', name: 'Areas' },
  { to: '/n/$noticeId/actions', name: 'Actions' },
  { to: '/n/$noticeId/measures', name: 'Measures' },
  { to: '/n/$noticeId/casework', name: 'Casework' },
  { to: '/n/$noticeId/checkpoints', name: 'Checkpoints' },
  { to: '/n/$noticeId/requirements', name: 'Requirements' },
  { to: '/n/$noticeId/meetings', name: 'Meetings' },
  { to: '/n/$noticeId/reviews', name: 'Reviews' },
  { to: '/n/$noticeId/evidence', name: 'Evidence' },
  { to: '/n/$noticeId/risks', name: 'Risks' },
  { to: '/n/$noticeId/history', name: 'History' },
] as const;

const attention = { to: '/n/$noticeId/attention', name: 'Needs attention' } as const;
const updates = { to: '/n/$noticeId/updates', name: 'Updates' } as const;
const nudges = { to: '/n/$noticeId/nudges', name: 'Nudges' } as const;
const mine = { to: '/n/$noticeId/my-updates', name: 'My updates' } as const;
const setUp = { to: '/n/$noticeId/set-up', name: 'Set-up' } as const;

/** Whoever may do any of these has something in the set-up. */
const setting = ['plan.edit', 'member.read', 'settings.edit'] as const;

type Page = (typeof pages)[number] | typeof attention | typeof mine | typeof updates | typeof nudges | typeof setUp;

const Item = ({
  page: { to, name },
  noticeId,
  count,
  onFollow,
}: {
  page: Page;
  noticeId: string;
  /** How many things wait there. */
  count?: number;
  onFollow: () => void;
}) => {
  const active = useMatchRoute()({ to, params: { noticeId }, fuzzy: true }) !== false;
  return (
    <li
      className={`govuk-service-navigation__item${active ? ' govuk-service-navigation__item--active' : ''}${count === undefined ? '' : ' nb-navigation__mine'}`}
    >
      <Link
        to={to}
        params={{ noticeId }}
        className="govuk-service-navigation__link"
        aria-current={active ? 'page' : undefined}
        onClick={onFollow}
      >
        {active ? <strong className="govuk-service-navigation__active-fallback">{name}</strong> : name}
        {count === undefined || count === 0 ? null : (
          <span className="nb-badge">
            {formatNumber(count, 0)}
            <span className="govuk-visually-hidden"> due</span>
          </span>
        )}
      </Link>
    </li>
  );
};

/** So many names stand in a row of their full size on a screen of 1,280 pixels. */
const mostAtFullSize = 12;

/** The pages that the person's roles allow; behind "Menu" on a phone. */
export const Navigation = () => {
  const { noticeId, frame } = useNotice();
  const [open, setOpen] = useState(false);
  const allowed = [
    ...(mayAnywhere(frame.who, 'update.review') ? [attention] : []),
    ...(mayAnywhere(frame.who, 'plan.read') ? pages : []),
    ...(mayAnywhere(frame.who, 'update.review') ? [updates] : []),
    ...(mayAnywhere(frame.who, 'nudge.send') ? [nudges] : []),
    ...(setting.some((permission) => mayAnywhere(frame.who, permission)) ? [setUp] : []),
  ];
  const reports = frame.due > 0 || frame.who.roles.includes('officer');
  return (
    <div
      className={`govuk-service-navigation nb-navigation${allowed.length > mostAtFullSize ? ' nb-navigation--many' : ''}`}
    >
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <nav aria-label="Menu" className="govuk-service-navigation__wrapper">
            <button
              type="button"
              className="govuk-service-navigation__toggle"
              aria-controls="navigation"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              Menu
            </button>
            <ul className={`govuk-service-navigation__list${open ? ' nb-navigation__list--open' : ''}`} id="navigation">
              {allowed.map((page) => (
                <Item key={page.to} page={page} noticeId={noticeId} onFollow={() => setOpen(false)} />
              ))}
              {reports ? (
                <Item page={mine} noticeId={noticeId} count={frame.due} onFollow={() => setOpen(false)} />
              ) : null}
            </ul>
          </nav>
        </div>
      </div>
    </div>
  );
};
