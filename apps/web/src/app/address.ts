import { useNavigate, useSearch } from '@tanstack/react-router';

/** What stands in the query of an address: texts by name. */
export type Address = { [name: string]: string | undefined };

/** Reads the query of an address: every value is a text, whatever it looks like. */
export const parseAddress = (query: string): Address => Object.fromEntries(new URLSearchParams(query));

/** Writes the query of an address, in the order of the names; what is empty is left out. */
export const writeAddress = (address: Readonly<Record<string, unknown>>): string => {
  const set = Object.entries(address).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  const query = new URLSearchParams(set.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
  return query === '' ? '' : `?${query}`;
};

/** Gives the query of the address. */
export const useAddress = (): Address => useSearch({ strict: false });

/**
 * Gives a function that changes some values of the query and keeps the rest; an empty or undefined value leaves the address.
 * The page stays where it is scrolled to, and "back" skips over it.
 */
export const useChangeAddress = (): ((changes: Address) => void) => {
  const navigate = useNavigate();
  return (changes) => {
    void navigate({
      to: '.',
      search: (previous: Address) => ({ ...previous, ...changes }),
      replace: true,
      resetScroll: false,
    });
  };
};
