import type { ReactNode } from 'react';
import { plural } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress, type Address } from '../app/address.ts';
import { Select } from './choices.tsx';

type Choices = readonly { value: string; label: string }[];

/** Chooses the value of one filter, which stands in the address under its name. */
export const FilterSelect = ({
  name,
  label,
  empty,
  choices,
}: {
  name: string;
  label: string;
  empty: string;
  choices: Choices;
}) => {
  const address = useAddress();
  const change = useChangeAddress();
  return (
    <Select
      id={`filter-${name}`}
      label={label}
      empty={empty}
      value={address[name] ?? ''}
      choices={choices}
      onChange={(value) => change({ [name]: value })}
    />
  );
};

/** Chooses one area of weakness. */
export const AreaFilter = ({ areas }: { areas: readonly { id: string; number: number; title: string }[] }) => (
  <FilterSelect
    name="area"
    label="Area"
    empty="All areas"
    choices={areas.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
  />
);

/**
 * The filters over a table: says how many of its rows are shown, and takes the filters away again.
 * @param noun what one row is, such as "question"
 * @param noFilter the address without any of the filters
 */
export const FilterBar = ({
  label,
  noun,
  shown,
  all,
  filtered,
  noFilter,
  children,
}: {
  label: string;
  noun: string;
  shown: number;
  all: number;
  filtered: boolean;
  noFilter: Address;
  children: ReactNode;
}) => {
  const change = useChangeAddress();
  return (
    <search className="nb-filters nb-no-print" aria-label={label}>
      {children}
      <output className="nb-filters__count">
        {shown === all ? plural(all, noun) : `${shown} of ${plural(all, noun)}`}
        {filtered ? (
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
