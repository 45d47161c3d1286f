/** The figures of a family as a page shows them: read, reckoned, or said to be missing. */
import type { IsoDate } from '../fields.ts';
import type { Figure } from '../rules/family-figure.ts';
import { familyParts, type FamilyPart } from '../scales.ts';
import { fileFigure, formatPeriod, formatReading } from '../words.ts';
import { sourceView, type SourceView } from './source.ts';

/** One part of a family: what is read of it, or what is missing. */
export type FigureLine = {
  part: FamilyPart;
  label: string;
  measure: { id: string; code: string; title: string } | null;
  words: string | null;
  /** As a file of the figures has it: a number where it is exact, else its words. */
  filed: string | number | null;
  period: string | null;
  missing: string | null;
  source: SourceView | null;
};

/** A figure that a section opens with: null words where it is not known, and then the detail says what is missing. */
export type Headline = { words: string | null; detail: string };

/** Gives one part of a family as a line. */
export const figureLine = ({ part, measure, reading, missing }: Figure, today: IsoDate): FigureLine => ({
  part,
  label: familyParts[part].label,
  measure: measure && { id: measure.id, code: measure.code, title: measure.title },
  words: measure && reading ? formatReading(reading, measure) : null,
  filed: measure && reading ? fileFigure(reading, measure) : null,
  period: reading && formatPeriod(reading),
  missing,
  source: reading && sourceView(reading, today),
});
