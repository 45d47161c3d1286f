import { randomBytes } from 'node:crypto';

/** Gives a new id: 20 lower-case characters of chance, the same on either database. */
export const createId = (): string => randomBytes(10).toString('hex');
