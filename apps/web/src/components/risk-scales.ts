type Level = { value: string; label: string };

const outOfFive = (words: readonly string[]): readonly Level[] =>
  words.map((word, index) => ({ value: String(index + 1), label: `${index + 1} of 5, ${word}` }));

/** How likely a risk is, and how bad it would be, in the words that councils use. */
export const likelihoods = outOfFive(['rare', 'unlikely', 'possible', 'likely', 'almost certain']);
export const impacts = outOfFive(['very low', 'low', 'medium', 'high', 'very high']);
