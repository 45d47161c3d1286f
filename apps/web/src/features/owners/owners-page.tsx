import { useQuery } from '@tanstack/react-query';
import { nobodys } from '@noticeboard/domain/permissions';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { ButtonLink } from '../../components/button.tsx';
import { OffersPanel } from '../../components/offers-panel.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { CoverSection } from './cover-section.tsx';
import { HandoverSection } from './handover-section.tsx';
import { OrphanSection } from './orphan-section.tsx';
import { OwnsSection } from './owns-section.tsx';

/** Who owns what, whom nobody reaches, who acts for whom meanwhile, and what is changing hands. */
export const OwnersPage = () => {
  const { input, noticeId } = useNotice();
  const { data: view } = useQuery({ ...trpc.owner.list.queryOptions(input), throwOnError: true });
  const covers = useMay('cover.set');
  const offers = useMay('handover.offer');
  // Whoever looks after everybody's work sees first what nobody looks after.
  const office = useMay('handover.offer', nobodys);
  if (!view) return <PageSkeleton />;
  const orphans = <OrphanSection orphans={view.orphans} total={view.total} />;
  return (
    <>
      <PageTitle
        over="Owners, cover and handovers"
        title={view.title}
        under="Counted: actions that are not evidenced yet, measures that stand, and requirements that are not met."
        marks={view.illustrative ? <SourceMark mark="illustrative" /> : null}
        actions={
          covers || offers ? (
            <>
              {covers ? (
                <ButtonLink to="/n/$noticeId/owners/cover" params={{ noticeId }}>
                  Set cover
                </ButtonLink>
              ) : null}
              {offers ? (
                <ButtonLink kind="secondary" to="/n/$noticeId/owners/handover" params={{ noticeId }}>
                  Hand over
                </ButtonLink>
              ) : null}
            </>
          ) : undefined
        }
      />
      <OffersPanel />
      {office ? orphans : null}
      <CoverSection covers={view.covers} />
      <HandoverSection offers={view.offers} />
      {office ? null : orphans}
      <OwnsSection view={view} />
    </>
  );
};
