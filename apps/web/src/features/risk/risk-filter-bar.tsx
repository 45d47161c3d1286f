import type { RisksView } from '@noticeboard/domain/views/risks';
import { plural } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { Select } from '../../components/choices.tsx';
import { impacts, likelihoods } from '../../components/risk-scales.ts';
import { isFiltered, noFilter } from './risk-filters.ts';

/** The filters of the register; each stands in the address. */
export const RiskFilterBar = ({ view, shown }: { view: RisksView; shown: number }) => {
  const address = useAddress();
  const change = useChangeAddress();
  return (
    <search className="nb-filters nb-no-print" aria-label="Filter the risks">
      <Select
        id="filter-state"
        label="State"
        empty="Open"
        value={address['state'] ?? ''}
        choices={[
          { value: 'closed', label: 'Closed' },
          { value: 'all', label: 'Open and closed' },
        ]}
        onChange={(state) => change({ state })}
      />
      <Select
        id="filter-area"
        label="Area"
        empty="All areas"
        value={address['area'] ?? ''}
        choices={view.areas.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(area) => change({ area })}
      />
      <Select
        id="filter-owner"
        label="Owner"
        empty="Everybody"
        value={address['owner'] ?? ''}
        choices={view.owners.map((value) => ({ value, label: value }))}
        onChange={(owner) => change({ owner })}
      />
      <Select
        id="filter-likelihood"
        label="Likelihood"
        empty="Any"
        value={address['likelihood'] ?? ''}
        choices={likelihoods}
        onChange={(likelihood) => change({ likelihood })}
      />
      <Select
        id="filter-impact"
        label="Impact"
        empty="Any"
        value={address['impact'] ?? ''}
        choices={impacts}
        onChange={(impact) => change({ impact })}
      />
      <output className="nb-filters__count">
        {plural(shown, 'risk')}
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
