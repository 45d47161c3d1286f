import { describe, expect, it } from 'vitest';
import { draftsAfter, keepDrafts, keptDrafts, type DraftState, type Put } from './entry-drafts.ts';

const put = (measureId: string, text: string | null, month = '2023-08-31'): Put => ({
  measureId,
  month,
  draft: text === null ? null : { text, over: null },
});
const none: DraftState = { drafts: {}, step: null };
const type = (state: DraftState, ...puts: Put[]) => draftsAfter(state, { type: 'put', puts });
const paste = (state: DraftState, ...puts: Put[]) => draftsAfter(state, { type: 'put', puts, as: 'paste' });
const undo = (state: DraftState) => draftsAfter(state, { type: 'undo' });
const texts = ({ drafts }: DraftState) =>
  Object.entries(drafts).flatMap(([id, row]) => Object.values(row).map(({ text }) => `${id} ${text}`));

describe('what is typed', () => {
  it('stands by measure and month, and goes where nothing is left', () => {
    const state = type(type(none, put('a', '1')), put('a', '2', '2023-07-31'), put('b', '3'));
    expect(texts(state).toSorted()).toEqual(['a 1', 'a 2', 'b 3']);
    expect(type(state, put('b', null)).drafts).not.toHaveProperty('b');
  });

  it('leaves the rows alone that nothing was put into', () => {
    const state = type(none, put('a', '1'), put('b', '2'));
    expect(type(state, put('b', '3')).drafts['a']).toBe(state.drafts['a']);
  });
});

describe('a paste', () => {
  it('is undone as one, back to what was typed before', () => {
    const pasted = paste(type(none, put('a', '1')), put('a', '10'), put('b', '20'));
    expect(texts(pasted)).toEqual(['a 10', 'b 20']);
    expect(undo(pasted)).toEqual({ drafts: type(none, put('a', '1')).drafts, step: null });
  });

  it('leaves on undoing what was typed over it since', () => {
    const after = undo(type(paste(none, put('a', '10'), put('b', '20')), put('b', '21')));
    expect(texts(after)).toEqual(['b 21']);
  });

  it('is no longer fresh once something is typed', () => {
    const pasted = paste(none, put('a', '10'));
    expect(pasted.step?.fresh).toBe(true);
    expect(type(pasted, put('b', '1')).step).toMatchObject({ name: 'paste', fresh: false });
  });
});

describe('what the tab keeps', () => {
  it('is read back as it was, and is gone once nothing is left', () => {
    const { drafts } = type(none, put('a', 'over 520'), put('b', '13.2%'), put('c', 'c'));
    keepDrafts(sessionStorage, 'key', drafts);
    expect(keptDrafts(sessionStorage, 'key')).toEqual(drafts);
    keepDrafts(sessionStorage, 'key', {});
    expect(sessionStorage.getItem('key')).toBeNull();
    expect(keptDrafts(sessionStorage, 'key')).toEqual({});
  });

  it('is values, and never words', () => {
    keepDrafts(sessionStorage, 'key', type(none, put('a', 'Somebody’s name'), put('b', '12')).drafts);
    expect(sessionStorage.getItem('key')).not.toContain('Somebody');
    expect(keptDrafts(sessionStorage, 'key')).toEqual(type(none, put('b', '12')).drafts);
  });
});
