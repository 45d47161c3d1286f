import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

/** One tab: `key` is part of its ids. */
export type Tab = { key: string; label: string; panel: ReactNode };

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Tabs that leave the address alone. Every panel is in the page, so all are printed; arrow keys move between them. */
export const Tabs = ({
  id,
  title,
  tabs,
  beside,
}: {
  id: string;
  title: string;
  tabs: readonly Tab[];
  beside?: ReactNode;
}) => {
  const [selected, select] = useState(tabs[0]?.key);
  const list = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent, index: number) => {
    const step = steps[event.key];
    const next = step === undefined ? undefined : tabs[index + step];
    if (!next) return;
    event.preventDefault();
    select(next.key);
    list.current?.querySelector<HTMLElement>(`[aria-controls="${id}-${next.key}"]`)?.focus();
  };
  return (
    <div className="govuk-tabs nb-tabs">
      <div className="nb-tabs__head">
        <ul className="govuk-tabs__list" role="tablist" aria-label={title} ref={list}>
          {tabs.map(({ key, label }, index) => (
            <li
              key={key}
              role="presentation"
              className={`govuk-tabs__list-item${key === selected ? ' govuk-tabs__list-item--selected' : ''}`}
            >
              <a
                className="govuk-tabs__tab"
                id={`tab-${id}-${key}`}
                href={`#${id}-${key}`}
                role="tab"
                aria-controls={`${id}-${key}`}
                aria-selected={key === selected}
                tabIndex={key === selected ? 0 : -1}
                onClick={(event) => {
                  event.preventDefault();
                  select(key);
                }}
                onKeyDown={(event) => move(event, index)}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
        {beside === undefined ? null : <div className="nb-tabs__beside">{beside}</div>}
      </div>
      {tabs.map(({ key, panel }) => (
        <div
          key={key}
          className={key === selected ? 'govuk-tabs__panel' : 'govuk-tabs__panel govuk-tabs__panel--hidden'}
          id={`${id}-${key}`}
          role="tabpanel"
          aria-labelledby={`tab-${id}-${key}`}
        >
          {panel}
        </div>
      ))}
    </div>
  );
};
