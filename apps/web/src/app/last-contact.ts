/** When this page last heard from the server, in milliseconds of real time: what the warning of an idle session counts from. */
let lastContact = Date.now();
const listeners = new Set<() => void>();

/** Gives the instant of the last answer, for `useSyncExternalStore`. */
export const readLastContact = (): number => lastContact;

/** Calls back at each answer of the server; gives what ends it. */
export const onContact = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** `fetch`, noting when an answer came. */
export const contactingFetch: typeof fetch = async (...request) => {
  const response = await fetch(...request);
  lastContact = Date.now();
  for (const listener of listeners) listener();
  return response;
};
