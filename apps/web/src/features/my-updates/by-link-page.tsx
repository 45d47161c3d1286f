import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { formatNumber, plural } from '@noticeboard/domain/words';
import { PageFrame } from '../../app/page-frame.tsx';
import { refusalOf } from '../../app/refusal.ts';
import { client, type RouterOutput } from '../../app/trpc.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { rowsOf, type Submitted } from './body.ts';
import { DueSections } from './due-sections.tsx';
import { titleOf, untilWhen } from './due-words.ts';
import { Foot, ReadyBar } from './foot.tsx';
import type { Desk } from './desk.ts';
import { linkPlace } from './keep-draft.ts';
import { NotRecorded } from './not-recorded.tsx';
import { useSubmission } from './use-submission.ts';
import { useEverOpened, useTyped } from './use-typed.ts';

type Shown = RouterOutput['link']['read'];

const titles: Readonly<Record<string, string>> = {
  FORBIDDEN: 'This link has ended',
  NOT_FOUND: 'This link is not complete',
  TOO_MANY_REQUESTS: 'Too many tries',
  OFFLINE: 'Noticeboard can’t be reached',
};

/** What no typing can mend; a connection that is lost is no reason to take away what is typed. */
const ended = new Set(['FORBIDDEN', 'NOT_FOUND']);

const Closed = ({ error, onTryAgain }: { error: unknown; onTryAgain: () => void }) => {
  const { code, sentence } = refusalOf(error);
  return (
    <>
      <PageTitle title={titles[code] ?? 'This link can’t be opened'} />
      <p>{sentence}</p>
      {code === 'OFFLINE' ? (
        <Button kind="secondary" onClick={onTryAgain}>
          Try again
        </Button>
      ) : null}
    </>
  );
};

const Done = ({ count }: { count: number }) => (
  <>
    <PageTitle title="Everything is submitted" />
    <p>
      {plural(count, 'row was', 'rows were')} recorded as sent by you. Nothing more is due from you, so this link has
      ended. You can close this page.
    </p>
  </>
);

/**
 * Asks before the page is left with something typed that could not be kept.
 * @param lost whether something is typed that can't be recorded any more
 */
const useWarning = ({ keeper }: Desk, lost: boolean): void => {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const { why, refused } = keeper.state();
      if (lost || why !== null || refused.size > 0) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [keeper, lost]);
};

const Opened = ({
  shown: { notice, title, due, drafts },
  token,
  error: closed,
  submitted,
  done,
  onSubmitted,
  onRefused,
}: {
  shown: Shown;
  token: string;
  /** Why the link has ended since it was opened; null while it opens something. */
  error: unknown;
  /** How many rows were recorded, and whether those were all. */
  submitted: number;
  done: boolean;
  onSubmitted: (count: number, left: number) => Promise<unknown>;
  onRefused: () => Promise<unknown>;
}) => {
  const rows = useMemo(() => rowsOf(due), [due]);
  const { mutateAsync, error } = useMutation({
    mutationFn: (ready: Submitted[]) => client.link.submit.mutate({ token, rows: ready }),
    onSuccess: ({ submitted: count, left }) => onSubmitted(count, left),
  });
  const place = useMemo(() => linkPlace(token), [token]);
  const submission = useSubmission({
    noticeId: null,
    memberId: null,
    rows,
    drafts,
    place,
    save: (ready) => mutateAsync(ready).catch(() => null),
    refusal: error === null ? null : refusalOf(error),
    onRefused,
  });
  const { desk, summary, busy, submit } = submission;
  const typed = useTyped(desk, useEverOpened(rows));
  const lost = closed === null && !done ? submission.lost : typed;
  useWarning(desk, lost.length > 0);
  if (done || closed !== null) {
    return (
      <div className="nb-my-updates">
        {done ? <Done count={submitted} /> : <Closed error={closed} onTryAgain={() => void onRefused()} />}
        <NotRecorded desk={desk} rows={lost} />
      </div>
    );
  }
  return (
    <div className="nb-my-updates">
      {submitted === 0 ? null : (
        <p className="nb-saved" role="status">
          <strong>{formatNumber(submitted, 0)} submitted.</strong> The rest is still due.
        </p>
      )}
      <ErrorSummary problems={summary} />
      <PageTitle
        over={`${notice}. Sent to: ${title}`}
        title={titleOf(due)}
        under={untilWhen(due)}
        actions={<ReadyBar desk={desk} rows={rows} />}
      />
      {due.instructions === null ? null : <p className="nb-instructions">{due.instructions}</p>}
      <p className="nb-secondary">
        You need no account. What you submit is recorded as sent by this link. What you type is kept until you submit
        it, and whoever opens a link that was sent to you sees it.
      </p>
      <NotRecorded desk={desk} rows={lost} />
      <DueSections due={due} submission={submission} readOnly={false} />
      <Foot desk={desk} rows={rows} busy={busy} onSubmit={() => void submit()} />
    </div>
  );
};

const ByLink = ({ token }: { token: string }) => {
  const [submitted, setSubmitted] = useState(0);
  const [done, setDone] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['by-link', token],
    queryFn: () => client.link.read.mutate({ token }),
    // What is typed must not be overtaken by looking again; a submission asks by itself.
    staleTime: Infinity,
    throwOnError: false,
  });
  if (data === undefined) {
    return error === null ? (
      <>
        <PageTitle title="What is due from you" />
        <Skeleton rows={3} height={160} />
      </>
    ) : (
      <Closed error={error} onTryAgain={() => void refetch()} />
    );
  }
  return (
    <Opened
      shown={data}
      token={token}
      error={error !== null && ended.has(refusalOf(error).code) ? error : null}
      submitted={submitted}
      done={done}
      onSubmitted={async (count, left) => {
        setSubmitted((before) => before + count);
        if (left === 0) setDone(true);
        else await refetch();
      }}
      onRefused={refetch}
    />
  );
};

/** Gives the token in the address. A place on the page that somebody went to is put back to it: the address still opens it then. */
const useToken = (): string => {
  const [token, setToken] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const read = () => {
      const now = location.hash.slice(1);
      if (document.querySelector(`#${CSS.escape(now)}`) === null) setToken(now);
      else history.replaceState(history.state, '', `#${token}`);
    };
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [token]);
  return token;
};

/**
 * What is due from one person, opened by the link that a mail brought, without an account. Its token is the fragment of the
 * address, which no server sees or logs; it is sent in the body of a request alone. Another link opened in the same tab is
 * another page.
 */
export const ByLinkPage = () => {
  const token = useToken();
  return (
    <PageFrame>
      <ByLink key={token} token={token} />
    </PageFrame>
  );
};
