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
import type { Desk } from './desk.ts';
import { Foot, ReadyBar } from './foot.tsx';
import { keepByLink } from './keep-draft.ts';
import { useSubmission } from './use-submission.ts';

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

/** Asks before the page is left with something typed that could not be kept. */
const useWarning = ({ keeper }: Desk): void => {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const { why, refused } = keeper.state();
      if (why !== null || refused.size > 0) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [keeper]);
};

const Opened = ({
  shown: { notice, title, due, drafts },
  token,
  onSubmitted,
  onRefused,
}: {
  shown: Shown;
  token: string;
  onSubmitted: (count: number, left: number) => Promise<unknown>;
  onRefused: () => Promise<unknown>;
}) => {
  const rows = useMemo(() => rowsOf(due), [due]);
  const { mutateAsync, error } = useMutation({
    mutationFn: (ready: Submitted[]) => client.link.submit.mutate({ token, rows: ready }),
    onSuccess: ({ submitted, left }) => onSubmitted(submitted, left),
  });
  const submission = useSubmission({
    noticeId: null,
    memberId: null,
    rows,
    drafts,
    keep: (key, body) => keepByLink(token, key, body),
    save: (ready) => mutateAsync(ready).catch(() => null),
    refusal: error === null ? null : refusalOf(error),
    onRefused,
  });
  const { desk, summary, busy, submit } = submission;
  useWarning(desk);
  return (
    <div className="nb-my-updates">
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
      <DueSections due={due} submission={submission} readOnly={false} />
      <Foot desk={desk} rows={rows} busy={busy} onSubmit={() => void submit()} />
    </div>
  );
};

/**
 * What is due from one person, opened by the link that a mail brought, without an account. Its token is the fragment of the
 * address, which no server sees or logs; it is sent in the body of a request alone.
 */
export const ByLinkPage = () => {
  const [token] = useState(() => location.hash.slice(1));
  const [submitted, setSubmitted] = useState(0);
  const [done, setDone] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['by-link', token],
    queryFn: () => client.link.read.mutate({ token }),
    // What is typed must not be overtaken by looking again; a submission asks by itself.
    staleTime: Infinity,
    throwOnError: false,
  });
  return (
    <PageFrame>
      {done ? (
        <Done count={submitted} />
      ) : error !== null && (data === undefined || ended.has(refusalOf(error).code)) ? (
        <Closed error={error} onTryAgain={() => void refetch()} />
      ) : data === undefined ? (
        <>
          <PageTitle title="What is due from you" />
          <Skeleton rows={3} height={160} />
        </>
      ) : (
        <>
          {submitted === 0 ? null : (
            <p className="nb-saved" role="status">
              <strong>{formatNumber(submitted, 0)} submitted.</strong> The rest is still due.
            </p>
          )}
          <Opened
            shown={data}
            token={token}
            onSubmitted={async (count, left) => {
              setSubmitted((before) => before + count);
              if (left === 0) setDone(true);
              else await refetch();
            }}
            onRefused={refetch}
          />
        </>
      )}
    </PageFrame>
  );
};
