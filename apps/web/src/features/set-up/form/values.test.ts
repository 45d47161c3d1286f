import { expect, test } from 'vitest';
import type { Fields } from './field.ts';
import { mergedOver, newValues, readValues, shown, valuesOf } from './values.ts';

const fields: Fields = {
  title: { kind: 'text', label: 'Title' },
  note: { kind: 'textarea', label: 'Note', optional: true },
  number: { kind: 'whole', label: 'Number' },
  unit: { kind: 'choice', label: 'Unit', from: [{ value: 'percent', label: 'Per cent' }], initial: 'percent' },
  floor: { kind: 'number', label: 'Floor', optional: true },
  months: { kind: 'numbers', label: 'Checkpoints', initial: '3, 6, 12, 18' },
  earliest: { kind: 'date', label: 'Date' },
  latest: { kind: 'date', label: 'Latest day', emptyAs: 'earliest' },
  ownerId: { kind: 'choice', label: 'Owner', from: 'members', optional: true },
  areaIds: { kind: 'first-and-others', label: 'Area', from: 'areas', others: 'Other areas' },
  tolerance: { kind: 'number', label: 'Tolerance', optional: true, when: ({ unit }) => unit !== 'percent' },
};

const row = {
  title: 'Waiting times',
  note: null,
  number: 3,
  unit: 'percent',
  floor: 12.5,
  checkpoint: 1,
  months: [3, 6],
  earliest: '2023-05-12',
  latest: '2023-05-12',
  ownerId: 'member-1',
  areaIds: ['area-2', 'area-1'],
  tolerance: null,
};

test('a row comes back as it went in', () => {
  const { checkpoint: _not, ...content } = row;
  expect(readValues(fields, valuesOf(fields, row))).toEqual({ content, problems: {} });
});

test('what can’t be read has its own sentence, and nothing else is lost', () => {
  const typed = {
    ...valuesOf(fields, row),
    number: 'three',
    floor: 'n/a',
    months: '3, six',
    earliest: { day: '1', month: '13', year: '2023' },
  };
  const { content, problems } = readValues(fields, typed);
  expect(problems).toEqual({
    number: 'Number must be a whole number, such as 3.',
    floor: '“n/a” is not a number. Enter one such as 1,080 or 13.2.',
    months: '“six” is not a whole number. Enter numbers such as 3, 6, 12, 18.',
    earliest: 'Date must have a month from 1 to 12.',
  });
  expect(content['title']).toBe('Waiting times');
});

test('a new row asks for what it needs', () => {
  const { problems } = readValues(fields, newValues(fields));
  expect(Object.keys(problems)).toEqual(['number', 'earliest']);
  expect(newValues(fields)).toMatchObject({ unit: 'percent', months: '3, 6, 12, 18' });
  expect(newValues(fields, { number: '4' })['number']).toBe('4');
});

test('what is not asked for is sent as nothing', () => {
  expect(readValues(fields, { ...valuesOf(fields, row), tolerance: '5' }).content['tolerance']).toBeNull();
});

test('theirs is taken where nothing was typed, and yours is kept where something was', () => {
  const base = valuesOf(fields, row);
  const theirs = valuesOf(fields, { ...row, title: 'Theirs', number: 4 });
  const yours = { ...base, title: 'Mine' };
  expect(mergedOver(base, theirs, yours)).toMatchObject({ title: 'Mine', number: '4' });
});

test('a value is written for the eye', () => {
  const options = {
    members: [{ value: 'member-1', label: 'Programme lead' }],
    areas: [{ value: 'area-2', label: 'Area 2' }],
  };
  const values = valuesOf(fields, row);
  const written = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, shown(field, values[name], options)]),
  );
  expect(written).toMatchObject({
    earliest: '12 May 2023',
    ownerId: 'Programme lead',
    areaIds: 'Area 2; area-1',
    note: '',
  });
});
