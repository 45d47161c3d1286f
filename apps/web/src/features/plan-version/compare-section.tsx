import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { VersionLine } from '@noticeboard/domain/views/plan-versions';
import { formatDate } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { useNotice } from '../../app/notice.ts';
import { refusalOf } from '../../app/refusal.ts';
import { trpc } from '../../app/trpc.ts';
import { ChangeGroup } from '../../components/change-group.tsx';
import { Select } from '../../components/choices.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';

/** The plan as it stands, as an address names it. */
const now = 'now';

const Compared = ({ fromId, toId }: { fromId: string; toId: string | null }) => {
  const { input } = useNotice();
  const { data, error } = useQuery(
    trpc.planVersion.compare.queryOptions(
      { ...input, fromId, toId },
      { placeholderData: keepPreviousData, throwOnError: false },
    ),
  );
  if (error)
    return (
      <EmptyState>
        <p role="alert">{refusalOf(error).sentence}</p>
      </EmptyState>
    );
  if (!data) return <Skeleton rows={8} height={40} />;
  const { title, order, areas, notice } = data;
  return (
    <>
      <div role="status">
        <h3 className="govuk-heading-s">{title}</h3>
      </div>
      <p className="nb-secondary">{order}</p>
      {areas.map(({ areaId, number, title: area, differences }) => (
        <ChangeGroup key={areaId} id={areaId} title={`Area ${number}: ${area}`} lines={differences} />
      ))}
      {notice.length === 0 ? null : <ChangeGroup id="notice" title="The notice as a whole" lines={notice} />}
    </>
  );
};

/** What changed between two versions of the plan, or since one; both stand in the address. */
export const CompareSection = ({ lines }: { lines: readonly VersionLine[] }) => {
  const address = useAddress();
  const change = useChangeAddress();
  const [newest, before] = lines;
  const from = lines.find(({ id }) => id === address['from']) ?? before ?? newest;
  const chosen = lines.find(({ id }) => id === address['to']) ?? null;
  // The newest beside the one before it, unless something else is asked for.
  const to = address['to'] === undefined && before ? (newest ?? null) : chosen;
  const choices = lines.map(({ id, title, on }) => ({ value: id, label: `${title}, ${formatDate(on)}` }));
  if (!from) return null;
  return (
    <Section place="compare" title="What changed between two versions">
      <search className="nb-filters nb-no-print" aria-label="Choose two versions">
        <Select
          id="compare-from"
          label="From"
          value={from.id}
          choices={choices}
          onChange={(id) => change({ from: id })}
        />
        <Select
          id="compare-to"
          label="To"
          value={to?.id ?? now}
          choices={[{ value: now, label: 'The plan as it stands' }, ...choices]}
          onChange={(id) => change({ to: id })}
        />
      </search>
      <Compared fromId={from.id} toId={to?.id ?? null} />
    </Section>
  );
};
