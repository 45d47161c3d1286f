import { Fragment, type ReactNode } from 'react';

/** Names with their values; `ruled` puts a rule between rows. A null value is left out. */
export const SummaryList = ({
  rows,
  ruled = false,
}: {
  rows: readonly { name: string; value: ReactNode | null }[];
  ruled?: boolean;
}) => (
  <dl className={ruled ? 'nb-summary nb-summary--ruled' : 'nb-summary'}>
    {rows
      .filter(({ value }) => value !== null)
      .map(({ name, value }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
  </dl>
);
