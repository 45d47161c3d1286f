/** A map that keeps the `most` entries used last. */
export function createBounded<Value>(most: number) {
  const kept = new Map<string, Value>();
  return {
    get: (key: string): Value | undefined => {
      const value = kept.get(key);
      if (value === undefined) return undefined;
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set: (key: string, value: Value): void => {
      kept.delete(key);
      kept.set(key, value);
      if (kept.size > most) for (const oldest of kept.keys().take(1)) kept.delete(oldest);
    },
    delete: (key: string): void => void kept.delete(key),
  };
}
