import type { Tone } from '../scales.ts';
import type { FindingKey, FindingKind } from './findings.ts';

/** A kind of thing that needs somebody's attention: how many, the worst of them, and where all of them are. */
export type Attention = {
  key: FindingKey;
  title: string;
  count: number;
  /** The worst in words: "Longest: 8.05 Referral triage, 27 days". */
  worst: string;
  status: { label: string; tone: Tone };
  /** The register filtered to them; null where only the page of what needs attention lists them. */
  link: FindingKind['register'];
};

/** Gives the summary of what needs attention: each kind with its count and its worst. */
export const attentionOf = (kinds: readonly FindingKind[]): Attention[] =>
  kinds.map(({ key, title, status, worst, register, findings }) => ({
    key,
    title,
    count: findings.length,
    worst,
    status,
    link: register,
  }));
