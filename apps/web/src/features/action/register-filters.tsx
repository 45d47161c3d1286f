import { useState } from 'react';
import { deliveries, keysOf, reportStates, stages, type Delivery } from '@noticeboard/domain/scales';
import type { ActionListView } from '@noticeboard/domain/views/action-list';
import { useChangeAddress } from '../../app/address.ts';
import { Checkboxes, Select } from '../../components/choices.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { noFilter, switches, type RegisterFilter } from './register.ts';

const deliveryChoices: readonly { value: Delivery | 'late'; label: string }[] = [
  { value: 'late', label: 'Overdue, forecast late or silent' },
  ...keysOf(deliveries).map((value) => ({ value, label: deliveries[value].label })),
];
const reportChoices = keysOf(reportStates).map((value) => ({ value, label: reportStates[value].label }));
const stageChoices = keysOf(stages).map((value) => ({ value, label: stages[value].label }));

const switchLabels: Readonly<Record<(typeof switches)[number], string>> = {
  mine: 'Yours',
  focus: 'In the focus list',
  slipped: 'Slipped',
  silent: 'Silent',
  differs: 'Declared green, computed not',
  nolead: 'No lead',
};

const chosenIn = (filter: RegisterFilter): number =>
  Object.values(filter).filter((value) => value !== '' && value !== false).length;

/** Says whether there is room to show what a phone folds away. */
export const hasRoom = (): boolean => globalThis.matchMedia?.('(min-width: 40.0625em)').matches ?? true;

/** The filters of the register; each stands in the address. */
export const RegisterFilters = ({
  view,
  filter,
  offerMine,
}: {
  view: ActionListView;
  filter: RegisterFilter;
  offerMine: boolean;
}) => {
  const change = useChangeAddress();
  const [text, setText] = useState(filter.text);
  const [open] = useState(hasRoom);
  const chosen = chosenIn(filter);
  const set = (name: string) => (value: string) => change({ [name]: value, page: undefined });
  const there = { mine: offerMine, focus: view.lines.some((line) => line.focus) };
  const offered = switches.filter((name) => (name !== 'mine' && name !== 'focus') || there[name] || filter[name]);
  return (
    <details className="nb-register-filters" open={open}>
      <summary>Filter{chosen === 0 ? '' : ` (${chosen} on)`}</summary>
      <search className="nb-filters">
        <TextInput
          id="text"
          label="Search"
          type="search"
          value={text}
          onChange={(typed) => {
            setText(typed);
            set('text')(typed);
          }}
        />
        <Select
          id="area"
          label="Area"
          empty="All areas"
          value={filter.area}
          choices={view.areas.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
          onChange={set('area')}
        />
        <Select
          id="lead"
          label="Lead"
          empty="All leads"
          value={filter.lead}
          choices={view.people.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={set('lead')}
        />
        <Select
          id="organisation"
          label="Organisation"
          empty="All organisations"
          value={filter.organisation}
          choices={view.organisations.map((value) => ({ value, label: value }))}
          onChange={set('organisation')}
        />
        <Select
          id="stage"
          label="Stage"
          empty="All stages"
          value={filter.stage}
          choices={stageChoices}
          onChange={set('stage')}
        />
        <Select
          id="delivery"
          label="Computed delivery"
          empty="All"
          value={filter.delivery}
          choices={deliveryChoices}
          onChange={set('delivery')}
        />
        <Select
          id="report"
          label="Update of this period"
          empty="All"
          value={filter.report}
          choices={reportChoices}
          onChange={set('report')}
        />
        <Checkboxes
          id="only"
          label="Only"
          small
          value={offered.filter((name) => filter[name])}
          choices={offered.map((value) => ({ value, label: switchLabels[value] }))}
          onChange={(on) =>
            change({
              ...Object.fromEntries(offered.map((name) => [name, on.includes(name) ? '1' : undefined])),
              page: undefined,
            })
          }
        />
        {chosen === 0 ? null : (
          <button
            type="button"
            className="nb-link-button"
            onClick={() => {
              setText('');
              change(noFilter);
            }}
          >
            Clear filters
          </button>
        )}
      </search>
    </details>
  );
};
