import type { HistoryPageView } from '@noticeboard/domain/views/history-page';
import { type Address, useAddress, useChangeAddress } from '../../app/address.ts';
import { useNotice } from '../../app/notice.ts';
import { Select } from '../../components/choices.tsx';
import { LabelledGroup } from '../../components/form-group.tsx';

/** The filters of the history, as they stand in the address. */
const filterNames = ['entity', 'id', 'who', 'from', 'to'] as const;

/** Empties every filter, and goes back to the newest. */
export const noFilter: Address = Object.fromEntries([...filterNames, 'before'].map((name) => [name, undefined]));

const Day = ({
  id,
  label,
  value,
  last,
  onDay,
}: {
  id: string;
  label: string;
  value: string;
  last: string;
  onDay: (day: string) => void;
}) => (
  <LabelledGroup id={id} label={label}>
    <input
      className="govuk-input"
      id={id}
      name={id}
      type="date"
      max={last}
      value={value}
      onChange={(event) => onDay(event.target.value)}
    />
  </LabelledGroup>
);

/** The filters of the history; each stands in the address. */
export const HistoryFilters = ({ view }: { view: HistoryPageView }) => {
  const { day } = useNotice();
  const address = useAddress();
  const change = useChangeAddress();
  // Another choice starts at the newest again.
  const set = (changes: Address) => change({ ...changes, before: undefined });
  const filtered = filterNames.some((name) => (address[name] ?? '') !== '');
  return (
    <search className="nb-filters nb-no-print" aria-label="Filter the history">
      <Select
        id="history-entity"
        label="What"
        empty="Everything"
        value={address['entity'] ?? ''}
        choices={view.nouns.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(entity) => set({ entity, id: undefined })}
      />
      <Select
        id="history-who"
        label="Who"
        empty="Everybody"
        value={address['who'] ?? ''}
        choices={view.people.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(who) => set({ who })}
      />
      <Day id="history-from" label="From" value={address['from'] ?? ''} last={day} onDay={(from) => set({ from })} />
      <Day id="history-to" label="To" value={address['to'] ?? ''} last={day} onDay={(to) => set({ to })} />
      {filtered ? (
        <button type="button" className="nb-link-button nb-filters__count" onClick={() => change(noFilter)}>
          Clear filters
        </button>
      ) : null}
    </search>
  );
};
