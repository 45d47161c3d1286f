import { dateChangeStates, keysOf } from '@noticeboard/domain/scales';
import type { DateChangesView } from '@noticeboard/domain/views/date-changes';
import { useAddress } from '../../app/address.ts';
import { AreaFilter, FilterBar, FilterSelect } from '../../components/filter-bar.tsx';
import { isFiltered, noFilter } from './date-change-filters.ts';

const states = [
  { value: 'moved', label: 'Approved, as asked or another date' },
  ...keysOf(dateChangeStates).map((value) => ({ value, label: dateChangeStates[value].label })),
];

/** The filters of the register; each stands in the address. */
export const DateChangeFilterBar = ({ view, shown }: { view: DateChangesView; shown: number }) => {
  const address = useAddress();
  const all = view.entries.length;
  return (
    <FilterBar
      label="Filter the date changes"
      noun="request"
      shown={shown}
      all={all}
      filtered={isFiltered(address)}
      noFilter={noFilter}
    >
      <FilterSelect name="state" label="State" empty="All" choices={states} />
      <AreaFilter areas={view.areas} />
      <FilterSelect
        name="organisation"
        label="Organisation"
        empty="All organisations"
        choices={view.organisations.map((value) => ({ value, label: value }))}
      />
    </FilterBar>
  );
};
