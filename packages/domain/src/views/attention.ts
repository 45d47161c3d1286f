import type { Plan } from '../plan.ts';
import type { Tone } from '../scales.ts';
import type { Finding, FindingKey, FindingKind } from './findings.ts';

type Person = { id: string; title: string; organisation: string };

/** One thing that needs attention, and whom it is with; null where it is nobody's. */
export type AttentionRow = Omit<Finding, 'ownerId'> & { person: Person | null };

/** A kind of thing that needs somebody's attention: how many, the worst of them, and where all of them are. */
export type Attention = {
  key: FindingKey;
  title: string;
  count: number;
  /** The worst in words: "Longest: 8.05 Referral triage, 27 days". */
  worst: string;
  /** The worst itself: whom it is with, and what acts on it. */
  first: AttentionRow | null;
  status: { label: string; tone: Tone };
  /** The register filtered to them; null where only the page of what needs attention lists them. */
  link: FindingKind['register'];
};

/** Gives a finding with the person whom it is with. */
export const attentionRowOf = (plan: Plan, { ownerId, ...finding }: Finding): AttentionRow => {
  const member = plan.members.find(({ id }) => id === ownerId);
  return {
    ...finding,
    person: member ? { id: member.id, title: member.title, organisation: member.organisation } : null,
  };
};

/** Gives the summary of what needs attention: each kind with its count and its worst. */
export const attentionOf = (plan: Plan, kinds: readonly FindingKind[]): Attention[] =>
  kinds.map(({ key, title, status, worst, register, findings: [first, ...others] }) => ({
    key,
    title,
    count: first ? others.length + 1 : 0,
    worst,
    first: first ? attentionRowOf(plan, first) : null,
    status,
    link: register,
  }));
