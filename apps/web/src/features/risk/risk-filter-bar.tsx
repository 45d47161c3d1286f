import type { RisksView } from '@noticeboard/domain/views/risks';
import { useAddress } from '../../app/address.ts';
import { impacts, likelihoods } from '../../components/risk-scales.ts';
import { FilterBar, FilterSelect } from '../../components/filter-bar.tsx';
import { isFiltered, noFilter } from './risk-filters.ts';

/** The filters of the register; each stands in the address. */
export const RiskFilterBar = ({ view, shown }: { view: RisksView; shown: number }) => {
  const address = useAddress();
  return (
    <FilterBar
      label="Filter the risks"
      noun="risk"
      shown={shown}
      all={shown}
      filtered={isFiltered(address)}
      noFilter={noFilter}
    >
      <FilterSelect
        name="state"
        label="State"
        empty="Open"
        choices={[
          { value: 'closed', label: 'Closed' },
          { value: 'all', label: 'Open and closed' },
        ]}
      />
      <FilterSelect
        name="area"
        label="Area"
        empty="All areas"
        choices={view.areas.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <FilterSelect
        name="owner"
        label="Owner"
        empty="Everybody"
        choices={view.owners.map((value) => ({ value, label: value }))}
      />
      <FilterSelect name="likelihood" label="Likelihood" empty="Any" choices={likelihoods} />
      <FilterSelect name="impact" label="Impact" empty="Any" choices={impacts} />
    </FilterBar>
  );
};
