import { dateChangeStates, keysOf } from '@noticeboard/domain/scales';
import type { DateChangesView } from '@noticeboard/domain/views/date-changes';
import { plural } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { Select } from '../../components/choices.tsx';
import { isFiltered, noFilter } from './date-change-filters.ts';

const states = [
  { value: 'moved', label: 'Approved, as asked or another date' },
  ...keysOf(dateChangeStates).map((value) => ({ value, label: dateChangeStates[value].label })),
];

/** The filters of the register; each stands in the address. */
export const DateChangeFilterBar = ({ view, shown }: { view: DateChangesView; shown: number }) => {
  const address = useAddress();
  const change = useChangeAddress();
  const all = view.entries.length;
  return (
    <search className="nb-filters nb-no-print" aria-label="Filter the date changes">
      <Select
        id="filter-state"
        label="State"
        empty="All"
        value={address['state'] ?? ''}
        choices={states}
        onChange={(state) => change({ state })}
      />
      <Select
        id="filter-area"
        label="Area"
        empty="All areas"
        value={address['area'] ?? ''}
        choices={view.areas.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
        onChange={(area) => change({ area })}
      />
      <Select
        id="filter-organisation"
        label="Organisation"
        empty="All organisations"
        value={address['organisation'] ?? ''}
        choices={view.organisations.map((value) => ({ value, label: value }))}
        onChange={(organisation) => change({ organisation })}
      />
      <output className="nb-filters__count">
        {shown === all ? plural(all, 'request') : `${shown} of ${plural(all, 'request')}`}
        {isFiltered(address) ? (
          <>
            {' '}
            <button type="button" className="nb-link-button" onClick={() => change(noFilter)}>
              Clear filters
            </button>
          </>
        ) : null}
      </output>
    </search>
  );
};
