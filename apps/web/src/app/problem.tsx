import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Button } from '../components/button.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { useChangeAddress } from './address.ts';
import { PageFrame } from './page-frame.tsx';
import { refusalOf } from './refusal.ts';

const titles: Readonly<Record<string, string>> = {
  NOT_FOUND: 'Page not found',
  FORBIDDEN: 'This page is not for your role',
  OFFLINE: 'Noticeboard can’t be reached',
  BAD_REQUEST: 'There is a problem with the address',
};

/** What stands in place of a page that could not be read: what happened, what to do, and a way to try again. */
export const ProblemPage = ({ error, reset }: Pick<ErrorComponentProps, 'error' | 'reset'>) => {
  const router = useRouter();
  const client = useQueryClient();
  const { code, sentence, fields } = refusalOf(error);
  const change = useChangeAddress();
  const ofDay = fields['asAt'] !== undefined;
  return (
    <div className="nb-problem" role="alert">
      <PageTitle title={ofDay ? 'Not on that day' : (titles[code] ?? 'There is a problem')} />
      <p>{sentence}</p>
      <Button
        kind="secondary"
        onClick={() => {
          if (ofDay) change({ asAt: undefined });
          void client.resetQueries({ predicate: ({ state }) => state.status === 'error' });
          reset();
          void router.invalidate();
        }}
      >
        {ofDay ? 'Return to today' : 'Try again'}
      </Button>
      <p>
        <Link to="/">Go to your first page</Link>
      </p>
    </div>
  );
};

/** The same where no notice could be opened at all. */
export const ProblemOutside = (props: Pick<ErrorComponentProps, 'error' | 'reset'>) => (
  <PageFrame>
    <ProblemPage {...props} />
  </PageFrame>
);

/** What an address without a page shows within a notice. */
export const NotFoundPage = () => (
  <>
    <PageTitle title="Page not found" />
    <p>There is nothing at this address. Check it for typing mistakes, or start from your first page.</p>
    <p>
      <Link to="/">Go to your first page</Link>
    </p>
  </>
);

/** The same outside any notice. */
export const NotFoundOutside = () => (
  <PageFrame>
    <NotFoundPage />
  </PageFrame>
);
