import { impacts, keysOf } from '@noticeboard/domain/scales';
import type { MeasuresView } from '@noticeboard/domain/views/measures';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { useNotice } from '../../app/notice.ts';
import { Select } from '../../components/choices.tsx';
import { AreaFilter, FilterBar, FilterSelect } from '../../components/filter-bar.tsx';
import { filterNames } from './measure-filters.ts';

/** The filters of the measures; each stands in the address. */
export const MeasureFilterBar = ({ view, shown }: { view: MeasuresView; shown: number }) => {
  const address = useAddress();
  const change = useChangeAddress();
  const { frame } = useNotice();
  const filtered = filterNames.some((name) => (address[name] ?? '') !== '');
  const mine = view.lines.some(({ subject }) => subject.memberIds.includes(frame.who.memberId));
  return (
    <FilterBar
      label="Filter the measures"
      noun="measure"
      shown={shown}
      all={view.lines.length}
      filtered={filtered}
      noFilter={Object.fromEntries(filterNames.map((name) => [name, undefined]))}
    >
      <AreaFilter areas={view.areas} />
      <FilterSelect
        name="impact"
        label="Impact"
        empty="All"
        choices={keysOf(impacts)
          .filter((key) => view.counts[key] > 0 || address['impact'] === key)
          .map((key) => ({ value: key, label: `${impacts[key].label} (${view.counts[key]})` }))}
      />
      <Select
        id="filter-owner"
        label="Owner"
        empty="All owners"
        value={address['show'] === 'mine' ? 'mine' : (address['owner'] ?? '')}
        choices={[
          ...(mine ? [{ value: 'mine', label: 'Mine' }] : []),
          ...view.owners.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        onChange={(owner) => change(owner === 'mine' ? { show: 'mine', owner: undefined } : { owner, show: undefined })}
      />
    </FilterBar>
  );
};
