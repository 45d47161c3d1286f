/** What is typed of a piece of evidence before it is saved. */
import type { IsoDate } from '@noticeboard/domain/fields';
import type { EvidenceKind } from '@noticeboard/domain/scales';
import { type DateParts, noDate, partsOf, readDate } from './date-parts.ts';

/** The texts of the fields. */
export type EvidenceDraft = {
  kind: EvidenceKind | '';
  caption: string;
  shows: string;
  from: DateParts;
  to: DateParts;
  url: string;
};

/** The ids of the fields, as the input of the procedures names them. */
export const evidenceFields = ['uploadId', 'url', 'kind', 'caption', 'shows', 'periodStart', 'periodEnd'] as const;

/** Gives an empty draft. */
export const noEvidence = (kind: EvidenceKind | ''): EvidenceDraft => ({
  kind,
  caption: '',
  shows: '',
  from: noDate,
  to: noDate,
  url: '',
});

/** Gives the draft that an edit, or a new version, starts with. */
export const draftOf = (evidence: {
  kind: EvidenceKind;
  caption: string;
  shows: string;
  periodStart: IsoDate | null;
  periodEnd: IsoDate | null;
}): EvidenceDraft => ({
  kind: evidence.kind,
  caption: evidence.caption,
  shows: evidence.shows,
  from: partsOf(evidence.periodStart),
  to: partsOf(evidence.periodEnd),
  url: '',
});

/** Gives a caption for a file from its name: "parent_survey-july.pdf" is "Parent survey july". */
export const captionFrom = (name: string): string => {
  const words = name
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** Says whether nothing was typed. */
export const isUntouched = ({ caption, shows, from, to, url }: EvidenceDraft): boolean =>
  [caption, shows, url, ...Object.values(from), ...Object.values(to)].every((text) => text.trim() === '');

/** What a draft says, once nothing is wrong with it. */
export type ReadEvidence = {
  kind: EvidenceKind;
  caption: string;
  shows: string;
  periodStart: IsoDate | null;
  periodEnd: IsoDate | null;
};

/** Reads a draft: what it says, or the problems that stand in the way, by the id of their field. */
export const readEvidence = (draft: EvidenceDraft): { said: ReadEvidence } | { problems: Record<string, string> } => {
  const [from, to] = [
    readDate(draft.from, 'The first day that it speaks of'),
    readDate(draft.to, 'The last day that it speaks of'),
  ];
  const problems = {
    ...(draft.kind === '' ? { kind: 'Choose what kind of evidence it is.' } : {}),
    ...(draft.caption.trim() === '' ? { caption: 'Enter a caption.' } : {}),
    ...(draft.shows.trim() === '' ? { shows: 'Say what it shows.' } : {}),
    ...('error' in from ? { periodStart: from.error } : {}),
    ...('error' in to ? { periodEnd: to.error } : {}),
  };
  if (draft.kind === '' || 'error' in from || 'error' in to || Object.keys(problems).length > 0) return { problems };
  const { kind, caption, shows } = draft;
  return { said: { kind, caption, shows, periodStart: from.on, periodEnd: to.on } };
};
