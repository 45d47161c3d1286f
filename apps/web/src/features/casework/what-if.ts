/** What is supposed of a team, kept in the address, so that a link shows the other person the same. */
import type { CapacityOutlook } from '@noticeboard/domain/charts/capacity';
import { asItStands, type WhatIf } from '@noticeboard/domain/rules/capacity-projection';
import { formatNumber, formatPlain } from '@noticeboard/domain/words';
import type { Address } from '../../app/address.ts';

export type Lever = keyof WhatIf;

/** One slider: where it starts and ends, where it stands, and how its value is read. */
export type LeverOf = {
  lever: Lever;
  label: string;
  hint?: string;
  min: number;
  max: number;
  step: number;
  /** Where it stands while nothing is supposed. */
  still: number;
  words: (value: number) => string;
};

/** Gives the next of 1, 2 or 5 times a power of ten that reaches a value. */
const roundUp = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return ([1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10) * power;
};

const people = (value: number): string => formatPlain(value, 1);

/** Gives the sliders of a team: each reaches as far as a board could mean. */
export const leversOf = ({ base, ratio }: CapacityOutlook): LeverOf[] => {
  const team = base.trained + base.inTraining;
  const hires = Math.max(5, roundUp(team / 10));
  const cases = Math.max(10, roundUp(base.cases.value / 20));
  return [
    {
      lever: 'ratio',
      label: 'Cases for each caseworker',
      min: Math.min(50, ratio),
      max: Math.max(600, roundUp(ratio * 2)),
      step: ratio % 5 === 0 ? 5 : 1,
      still: ratio,
      words: (value) => `${formatPlain(value, 1)} cases`,
    },
    {
      lever: 'starters',
      label: 'More starters each month',
      hint: 'Full-time equivalents, beside those who have accepted a post. They start in training.',
      min: 0,
      max: hires,
      step: 0.5,
      still: 0,
      words: people,
    },
    {
      lever: 'leavers',
      label: 'Leavers each month',
      hint: 'Full-time equivalents.',
      min: 0,
      max: hires,
      step: 0.5,
      still: 0,
      words: people,
    },
    {
      lever: 'cases',
      label: 'Change of open cases each month',
      min: -cases,
      max: cases,
      step: Math.max(1, cases / 50),
      still: 0,
      words: (value) =>
        value === 0 ? 'No change' : `${formatNumber(Math.abs(value), 0)} ${value > 0 ? 'more' : 'fewer'}`,
    },
    {
      lever: 'trained',
      label: 'Share of those in post who are trained',
      min: 0,
      max: 100,
      step: 1,
      still: team > 0 ? Math.round((base.trained / team) * 100) : 0,
      words: (value) => `${formatNumber(value, 0)}%`,
    },
  ];
};

/** The name of a slider in the address: each family has its own. */
export const nameOf = (key: string, lever: Lever): string => `${lever}.${key}`;

const within = ({ min, max }: LeverOf, value: number): number => Math.min(max, Math.max(min, value));

/** Gives where a slider stands: as the address says, if that is a number, and within its reach. */
export const standingAt = (key: string, of: LeverOf, address: Address): number => {
  const text = address[nameOf(key, of.lever)] ?? '';
  return /^-?\d{1,9}(\.\d{1,3})?$/.test(text) ? within(of, Number(text)) : of.still;
};

/** Gives what the address supposes of a team. */
export const whatIfIn = (key: string, outlook: CapacityOutlook, address: Address): WhatIf => {
  const moved = leversOf(outlook).flatMap((of): [Lever, number][] => {
    const value = standingAt(key, of, address);
    if (value === of.still) return [];
    return [[of.lever, of.lever === 'trained' ? value / 100 : value]];
  });
  return { ...asItStands(outlook.ratio), ...Object.fromEntries(moved) };
};

/** Gives the change of the address that moves a slider; back where nothing is supposed it leaves the address. */
export const moving = (key: string, { lever, still }: LeverOf, value: number): Address => ({
  [nameOf(key, lever)]: value === still ? undefined : String(value),
});

/** Gives the change of the address that supposes nothing any more. */
export const resetting = (key: string, outlook: CapacityOutlook): Address =>
  Object.fromEntries(leversOf(outlook).map(({ lever }) => [nameOf(key, lever), undefined]));
