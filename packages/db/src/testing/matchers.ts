import { expect } from 'vitest';

/** Matches a text that contains another, within `toMatchObject`. */
export const containing = (text: string): unknown => expect.stringContaining(text);
