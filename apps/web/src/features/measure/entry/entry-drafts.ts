/** What is typed into the grid of readings and not saved: kept by measure and month, undone by whole steps, kept over a reload. */
import { parsePasted } from '@noticeboard/domain/changes/parse-value';
import { DomainError } from '@noticeboard/domain/domain-error';
import type { IsoDate } from '@noticeboard/domain/fields';
import { keysOf, units } from '@noticeboard/domain/scales';
import type { EntryCell } from '@noticeboard/domain/views/entry-grid';
import { keptName } from '../../../app/kept-here.ts';

/** What was typed into a cell, and the reading that stood there then. */
export type Draft = { text: string; over: { id: string; version: number } | null };
export type Drafts = Readonly<Record<string, Readonly<Record<IsoDate, Draft>>>>;

/** What a cell comes to hold; null for what stands there. */
export type Put = { measureId: string; month: IsoDate; draft: Draft | null };

/** A change of many cells that is undone as one. */
export type StepName = 'paste' | 'discard';
type Step = { name: StepName; before: Put[]; after: Put[]; fresh: boolean };
export type DraftState = { drafts: Drafts; step: Step | null };

export type DraftAction = { type: 'put'; puts: readonly Put[]; as?: StepName } | { type: 'undo' };

const draftAt = (drafts: Drafts, { measureId, month }: Put): Draft | null => drafts[measureId]?.[month] ?? null;

// Rows that nothing was put into stay the same objects, so that they are not drawn again.
const putAll = (drafts: Drafts, puts: readonly Put[]): Drafts => {
  const next = { ...drafts };
  for (const { measureId, month, draft } of puts) {
    const { [month]: _replaced, ...row } = next[measureId] ?? {};
    next[measureId] = draft === null ? row : { ...row, [month]: draft };
    if (Object.keys(next[measureId]).length === 0) delete next[measureId];
  }
  return next;
};

const undone = ({ drafts, step }: DraftState): DraftState => {
  if (step === null) return { drafts, step };
  // What was typed over a pasted cell since then is not the paste's to take back.
  const puts = step.before.filter((each, index) => draftAt(drafts, each)?.text === step.after[index]?.draft?.text);
  return { drafts: putAll(drafts, puts), step: null };
};

/** Gives the drafts after something was typed, pasted, put away or undone. */
export const draftsAfter = (state: DraftState, action: DraftAction): DraftState => {
  if (action.type === 'undo') return undone(state);
  const { puts, as } = action;
  const drafts = putAll(state.drafts, puts);
  if (as === undefined) return { drafts, step: state.step && { ...state.step, fresh: false } };
  const before = puts.map((put) => ({ ...put, draft: draftAt(state.drafts, put) }));
  return { drafts, step: { name: as, before, after: [...puts], fresh: true } };
};

/** Gives what a cell holds once a text is typed into it: nothing where that is what stands there. */
export const typedInto = (cell: EntryCell, text: string, before: Draft | undefined): Draft | null => {
  const { reading } = cell;
  if (text === (reading?.written ?? '')) return null;
  return { text, over: before?.over ?? (reading && { id: reading.id, version: reading.version }) };
};

/** Says whether what stands in a cell is no longer what stood there when it was typed into. */
export const isOvertaken = ({ reading }: EntryCell, { over }: Draft): boolean =>
  (reading?.id ?? null) !== (over?.id ?? null) || (reading?.version ?? 0) !== (over?.version ?? 0);

const isValue = (text: string): boolean =>
  keysOf(units).some((unit) => {
    try {
      parsePasted(text, unit);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  });

/** Gives the name under which one person's drafts are kept in the browser. */
export const draftsKey = (noticeId: string, memberId: string): string => keptName(`readings.${noticeId}.${memberId}`);

/** Keeps drafts in the browser, so that they outlive a closed tab; nothing but values, so that no words about anybody are left on a machine. */
export const keepDrafts = (storage: Storage, key: string, drafts: Drafts): void => {
  const kept = Object.entries(drafts).flatMap(([measureId, row]) =>
    Object.entries(row)
      .filter(([, { text }]) => isValue(text))
      .map(([month, draft]): Put => ({ measureId, month, draft })),
  );
  if (kept.length === 0) storage.removeItem(key);
  else storage.setItem(key, JSON.stringify(putAll({}, kept)));
};

/** Gives the drafts that were kept in the browser; none where there are none. */
export const keptDrafts = (storage: Storage, key: string): Drafts => JSON.parse(storage.getItem(key) ?? '{}') as Drafts;
