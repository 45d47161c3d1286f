import type { ChangesView } from '@noticeboard/domain/views/changes';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { Select } from '../../components/choices.tsx';
import { LabelledGroup } from '../../components/form-group.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { noArea, noFilter } from './changes-filters.ts';

/** From when on, and what of it: each stands in the address. */
export const ChangesFilterBar = ({ view, shown, all }: { view: ChangesView; shown: number; all: number }) => {
  const address = useAddress();
  const change = useChangeAddress();
  const { since, until, choices, areas, notice, kinds } = view;
  const filtered = (address['area'] ?? '') !== '' || (address['kind'] ?? '') !== '';
  const offered = choices.some(({ on }) => on === since.on);
  return (
    <FilterBar label="Choose the changes" noun="change" shown={shown} all={all} filtered={filtered} noFilter={noFilter}>
      <Select
        id="changes-since"
        label="Since"
        {...(offered ? {} : { empty: 'Another day' })}
        value={offered ? since.on : ''}
        choices={choices.map(({ on, title }) => ({ value: on, label: title }))}
        onChange={(day) => change({ since: day })}
      />
      <LabelledGroup id="changes-day" label="Or since any day">
        <input
          className="govuk-input"
          id="changes-day"
          name="changes-day"
          type="date"
          min={choices.at(-1)?.on}
          max={until}
          value={since.on}
          onChange={({ target }) => {
            if (target.value !== '') change({ since: target.value });
          }}
        />
      </LabelledGroup>
      <Select
        id="changes-area"
        label="Area"
        empty="All areas"
        value={address['area'] ?? ''}
        choices={[
          ...areas.map(({ areaId, number, title }) => ({ value: areaId, label: `${number} ${title}` })),
          ...(notice.length === 0 ? [] : [{ value: noArea, label: 'The notice as a whole' }]),
        ]}
        onChange={(area) => change({ area })}
      />
      <Select
        id="changes-kind"
        label="Kind"
        empty="All kinds"
        value={address['kind'] ?? ''}
        choices={kinds.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(kind) => change({ kind })}
      />
    </FilterBar>
  );
};
