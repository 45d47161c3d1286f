/**
 * When this page last heard from the server while somebody was there, in milliseconds of real time: what the warning of an idle
 * session counts from. What a page reads of itself, because the ledger has grown, does not keep a session alive.
 */
let lastContact = Date.now();
let lastTouch = Date.now();
const listeners = new Set<() => void>();

/** For how long after a key or a pointer was used somebody is taken to be there. */
const attendedFor = 60_000;

const touch = () => {
  lastTouch = Date.now();
};
for (const sign of ['keydown', 'pointerdown', 'pointermove'])
  globalThis.addEventListener(sign, touch, { capture: true, passive: true });

/** Gives the instant of the last answer, for `useSyncExternalStore`. */
export const readLastContact = (): number => lastContact;

/** Calls back at each answer of the server; gives what ends it. */
export const onContact = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** `fetch`, noting when an answer came, and telling the server where nobody is there. */
export const contactingFetch: typeof fetch = async (input, init) => {
  const attended = Date.now() - lastTouch < attendedFor;
  const headers = new Headers(init?.headers);
  if (!attended) headers.set('x-unattended', '1');
  const response = await fetch(input, { ...init, headers });
  if (attended) {
    lastContact = Date.now();
    for (const listener of listeners) listener();
  }
  return response;
};
