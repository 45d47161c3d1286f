import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { forgetKept } from './kept-here.ts';
import { landingOf } from './landing.ts';
import { useSession } from './notice.ts';
import { contactingFetch } from './last-contact.ts';

const Noticeboard = () => (
  <svg width="24" height="20" viewBox="0 0 24 20" aria-hidden="true" focusable="false">
    <rect x="1.25" y="1.25" width="21.5" height="17.5" fill="none" stroke="currentColor" strokeWidth="2.5" />
    <path d="M6 7h6.5M6 12.5h11" stroke="currentColor" strokeWidth="2.2" />
    <circle cx="17" cy="7" r="1.7" fill="#12436d" />
  </svg>
);

const SignOut = () => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = async () => {
    await contactingFetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    client.clear();
    forgetKept(localStorage);
    await navigate({ to: '/sign-in' });
  };
  return (
    <button type="button" className="nb-link-button" onClick={() => void signOut()}>
      Sign out
    </button>
  );
};

/** The name of the notice, and a way to the person's other ones. */
const Notice = ({
  title,
  others,
  mayAdd,
}: {
  title: string;
  others: readonly { id: string; title: string; to: string }[];
  mayAdd: boolean;
}) =>
  others.length === 0 && !mayAdd ? (
    <span>{title}</span>
  ) : (
    <details className="nb-switch">
      <summary>
        {title}
        <span className="govuk-visually-hidden">, change notice</span>
      </summary>
      <ul>
        {others.length === 0 ? null : (
          <li>
            <a href="/portfolio">All notices</a>
          </li>
        )}
        {others.map(({ id, title: name, to }) => (
          <li key={id}>
            <a href={to}>{name}</a>
          </li>
        ))}
        {mayAdd ? (
          <li>
            <a href="/new-notice">Set up another notice</a>
          </li>
        ) : null}
      </ul>
    </details>
  );

/** The head of every page: the product, the notice, the person's part in it, signing out. */
export const Header = () => {
  const { noticeId } = useParams({ strict: false });
  const { data: session } = useSession();
  const here = session?.notices.find(({ id }) => id === noticeId);
  const others = (session?.notices ?? [])
    .filter(({ id }) => id !== noticeId)
    .map(({ id, title, roles }) => ({ id, title, to: landingOf(id, roles) }));
  return (
    <header className="govuk-generic-header nb-header">
      <div className="govuk-generic-header__container govuk-width-container nb-header__row">
        <Link to="/" className="nb-header__name">
          <Noticeboard /> Noticeboard
        </Link>
        {here ? (
          <div className="nb-header__notice">
            <Notice title={here.title} others={others} mayAdd={session?.account?.office === 'programmeOffice'} />
          </div>
        ) : null}
        {session?.account ? (
          <div className="nb-header__person">
            {here ? <span className="nb-header__title">{here.memberTitle}</span> : null}
            <SignOut />
          </div>
        ) : null}
      </div>
    </header>
  );
};
