import { describe, expect, it } from 'vitest';
import { forgetKept } from '../../../app/kept-here.ts';
import { draftsKey, draftsAfter, keepDrafts, keptDrafts, type DraftState, type Put } from './entry-drafts.ts';

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
    keepDrafts(localStorage, 'key', drafts);
    expect(keptDrafts(localStorage, 'key')).toEqual(drafts);
    keepDrafts(localStorage, 'key', {});
    expect(localStorage.getItem('key')).toBeNull();
    expect(keptDrafts(localStorage, 'key')).toEqual({});
  });

  it('is values, and never words', () => {
    keepDrafts(localStorage, 'key', type(none, put('a', 'Somebody’s name'), put('b', '12')).drafts);
    expect(localStorage.getItem('key')).not.toContain('Somebody');
    expect(keptDrafts(localStorage, 'key')).toEqual(type(none, put('b', '12')).drafts);
  });
});

it('forgets what is kept when somebody signs out, and nothing else', () => {
  const key = draftsKey('kent-2023', 'officer');
  localStorage.setItem('other', 'stays');
  keepDrafts(localStorage, key, type(none, put('a', '12')).drafts);
  forgetKept(localStorage);
  expect(keptDrafts(localStorage, key)).toEqual({});
  expect(localStorage.getItem('other')).toBe('stays');
});
