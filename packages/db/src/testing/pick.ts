import { nat, type GeneratorValue } from 'fast-check';

/** Gives one of some values, of which there is at least one, as fast-check chooses. */
export const pick = <Value>(g: GeneratorValue, values: readonly Value[]): Value =>
  values[g(nat, { max: values.length - 1 })] as Value;
