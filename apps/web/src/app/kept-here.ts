/** What is kept in the browser until it is saved: under names that start alike, so that it all goes when somebody signs out. */
const start = 'noticeboard.kept.';

/** Gives the name under which something is kept for one person. */
export const keptName = (name: string): string => `${start}${name}`;

/** Forgets all that is kept: the machine may be another person's next. */
export const forgetKept = (storage: Storage): void => {
  for (const name of Object.keys(storage)) if (name.startsWith(start)) storage.removeItem(name);
};
