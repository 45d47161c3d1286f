/**
 * Runs every property from one seed, so that a test that passed passes again and a cached run says what a fresh one would.
 * `PROPERTY_SEED=7` before a package's own test command looks elsewhere.
 */
import * as fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['PROPERTY_SEED'] ?? 20_230_330) });
