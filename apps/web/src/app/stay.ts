const typing = new Set<() => boolean>();

/**
 * Holds the app on a page while it says that something is typed there: a session that ended must not take it away.
 * @returns what ends that
 */
export const stayWhile = (isTyped: () => boolean): (() => void) => {
  typing.add(isTyped);
  return () => typing.delete(isTyped);
};

/** Says whether the app must stay where it is. */
export const mustStay = (): boolean => [...typing].some((isTyped) => isTyped());
