import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { NeedsAttentionView } from '@noticeboard/domain/views/needs-attention';
import { formatNumber, plural } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useNudge } from '../../app/use-nudge.ts';
import { Columns } from '../../components/columns.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { KindSection } from './kind-section.tsx';
import { OrganisationsSection } from './organisations-section.tsx';

/** Every kind with its count, each leading to its own heading below. */
const Kinds = ({ kinds, repeated }: Pick<NeedsAttentionView, 'kinds' | 'repeated'>) => (
  <Section title="What hurts most, first" {...(repeated === null ? {} : { intro: repeated })}>
    <ul className="nb-attention">
      {kinds.map(({ key, title, status, rows }) => (
        <li key={key}>
          <span className="nb-attention__count">{formatNumber(rows.length, 0)}</span>
          <a href={`#${key}`}>{title}</a>
          <StatusTag status={status} />
        </li>
      ))}
    </ul>
  </Section>
);

const ToReview = ({ count }: { count: number }) => {
  const { noticeId } = useNotice();
  if (count === 0) return null;
  return (
    <p>
      <Link to="/n/$noticeId/updates" params={{ noticeId }} search={{ period: 'waiting' }}>
        {plural(count, 'update')} {count === 1 ? 'waits' : 'wait'} for you to accept
      </Link>
    </p>
  );
};

/** Leads whoever freezes packs to the next one. */
const NextPack = ({ nextPack }: Pick<NeedsAttentionView, 'nextPack'>) => {
  const { noticeId } = useNotice();
  if (nextPack === null) return null;
  const { meetingId, words } = nextPack;
  return (
    <p>
      <Link to="/n/$noticeId/meetings/$meetingId" params={{ noticeId, meetingId }} hash="pack">
        {words}
      </Link>
    </p>
  );
};

/** What needs attention, the most harmful first, each with the person and the one click that acts on it. */
export const AttentionPage = () => {
  const { input } = useNotice();
  const mayReview = useMay('update.review');
  const mayFreeze = useMay('pack.freeze');
  const nudge = useNudge();
  const { data: view } = useQuery(trpc.attention.read.queryOptions(input));
  if (!view) return <PageSkeleton />;
  const { title, kinds, organisations, repeated, toReview, nextPack, illustrative } = view;
  return (
    <>
      <PageTitle
        over="Needs attention"
        title={title}
        marks={illustrative ? <SourceMark mark="illustrative" /> : null}
      />
      {mayReview ? <ToReview count={toReview} /> : null}
      {mayFreeze ? <NextPack nextPack={nextPack} /> : null}
      {kinds.length === 0 ? (
        <EmptyState>
          Nothing is overdue, late, silent, without an owner or without a reading. What goes wrong stands here first.
        </EmptyState>
      ) : (
        <Columns>
          <Kinds kinds={kinds} repeated={repeated} />
          <OrganisationsSection organisations={organisations} />
        </Columns>
      )}
      {kinds.map((kind) => (
        <KindSection key={kind.key} kind={kind} nudge={nudge} />
      ))}
    </>
  );
};
