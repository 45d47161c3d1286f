import { useQuery } from '@tanstack/react-query';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { BalanceSection } from '../../components/balance-section.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useAddLink } from '../../components/form-links.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { BacklogSection } from './backlog-section.tsx';
import { CapacitySection } from './capacity-section.tsx';

const Missing = ({ title, what }: { title: string; what: string }) => {
  const edits = useMay('plan.edit');
  return (
    <Section title={title}>
      <EmptyState>
        <p>
          No family of this kind is set up. {edits ? 'Add one in set-up' : 'The programme office adds one in set-up'}{' '}
          and put into it the measures of {what}.
        </p>
      </EmptyState>
    </Section>
  );
};

/** Whether there are enough people for the cases, when the backlogs will be cleared, and whether speed is bought elsewhere. */
export const CaseworkPage = () => {
  const { input } = useNotice();
  const { data: view } = useQuery(trpc.casework.read.queryOptions(input));
  const [starter, family] = [useAddLink('starter'), useAddLink('family')];
  if (!view) {
    return (
      <>
        <Skeleton rows={1} height={90} />
        <Skeleton rows={1} height={120} />
        <Skeleton rows={1} height={520} />
        <Skeleton rows={12} height={36} />
      </>
    );
  }
  const { title, capacity, backlogs, balances, illustrative } = view;
  return (
    <>
      <PageTitle
        over="Casework"
        marks={illustrative ? <SourceMark mark="illustrative" /> : null}
        title={title}
        under="Whether there are enough people for the cases, when the backlogs will be cleared, and whether speed is bought elsewhere."
        actions={
          starter === undefined ? undefined : (
            <>
              {starter}
              {family}
            </>
          )
        }
      />
      {capacity.length === 0 ? (
        <Missing
          title="Capacity"
          what="open cases, caseworkers in post (permanent and agency, trained and in training) and vacant posts"
        />
      ) : (
        capacity.map((section) => <CapacitySection key={section.id} section={section} />)
      )}
      {backlogs.length === 0 ? (
        <Missing title="Backlogs" what="what remains, what is over two years old, what comes in and what goes out" />
      ) : (
        backlogs.map((section) => <BacklogSection key={section.id} section={section} />)
      )}
      {balances.map((balance) => {
        const of = balance.families.map((each) => each.title).join(', ');
        return <BalanceSection key={of} balance={balance} of={of} title={`Balance: ${of}`} />;
      })}
    </>
  );
};
