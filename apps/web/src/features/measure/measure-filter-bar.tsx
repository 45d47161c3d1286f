import { impacts, keysOf } from '@noticeboard/domain/scales';
import type { MeasuresView } from '@noticeboard/domain/views/measures';
import { plural } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { useNotice } from '../../app/notice.ts';
import { Select } from '../../components/choices.tsx';
import { filterNames } from './measure-filters.ts';

/** The filters of the measures; each stands in the address. */
export const MeasureFilterBar = ({ view, shown }: { view: MeasuresView; shown: number }) => {
  const address = useAddress();
  const change = useChangeAddress();
  const { frame } = useNotice();
  const filtered = filterNames.some((name) => (address[name] ?? '') !== '');
  const mine = view.lines.some(({ subject }) => subject.memberIds.includes(frame.who.memberId));
  return (
    <search className="nb-filters nb-no-print" aria-label="Filter the measures">
      <Select
        id="filter-area"
        label="Area"
        empty="All areas"
        value={address['area'] ?? ''}
        choices={view.areas.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
        onChange={(area) => change({ area })}
      />
      <Select
        id="filter-impact"
        label="Impact"
        empty="All"
        value={address['impact'] ?? ''}
        choices={keysOf(impacts)
          .filter((key) => view.counts[key] > 0 || address['impact'] === key)
          .map((key) => ({ value: key, label: `${impacts[key].label} (${view.counts[key]})` }))}
        onChange={(impact) => change({ impact })}
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
      <output className="nb-filters__count">
        {shown === view.lines.length ? plural(shown, 'measure') : `${shown} of ${plural(view.lines.length, 'measure')}`}
        {filtered ? (
          <>
            {' '}
            <button
              type="button"
              className="nb-link-button"
              onClick={() => change(Object.fromEntries(filterNames.map((name) => [name, undefined])))}
            >
              Clear filters
            </button>
          </>
        ) : null}
      </output>
    </search>
  );
};
