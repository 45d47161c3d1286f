import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityIn, identityInAddress } from './identity.ts';

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
const gap = fc.constantFrom('', ' ', '-', '\u00a0', '–');

const nhsNumbers = digits(9)
  .filter(([first]) => first !== 0)
  .map((found) => [...found, (11 - (found.reduce((sum, digit, index) => sum + digit * (10 - index), 0) % 11)) % 11])
  .filter((found) => found[9] !== 10)
  .map((found) => found.join(''));

const upns = digits(12).map((found) => {
  const sum = found.reduce((total, digit, index) => total + digit * (index + 2), 0);
  return `${'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23]}${found.join('')}`;
});

test('an NHS number is found, whole or with its spaces, dashes or points', () => {
  fc.assert(
    fc.property(nhsNumbers, fc.oneof(gap, fc.constantFrom('.', ' - ', '\u200b')), (number, between) => {
      const written = [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(between);
      expect(identityIn(`The child (${written}) waits.`)).toContain('NHS number');
      expect(identityIn(`Seen on 3 May, ${written}, and again.`)).toContain('NHS number');
    }),
  );
});

test('one wrong digit makes it no NHS number', () => {
  fc.assert(
    fc.property(nhsNumbers, fc.integer({ min: 1, max: 9 }), (number, step) => {
      const wrong = `${number.slice(0, 9)}${(Number(number[9]) + step) % 10}`;
      expect(identityIn(`Case ${wrong} is closed.`)).toBeNull();
    }),
  );
});

test('a unique pupil number is found in either case, broken anywhere', () => {
  fc.assert(
    fc.property(upns, gap, fc.integer({ min: 2, max: 12 }), (upn, between, at) => {
      expect(identityIn(`Pupil ${upn.slice(0, at)}${between}${upn.slice(at)}.`)).toContain('unique pupil number');
      expect(identityIn(`pupil ${upn.toLowerCase()}`)).toContain('unique pupil number');
    }),
  );
});

test.each(['H801200001001', 'h801-2000-01-001', 'H 801 2000 01 001', 'UPN: H801200001001.'])(
  '%s is a pupil number',
  (text) => {
    expect(identityIn(text)).toContain('unique pupil number');
  },
);

test.each([
  'born 3 March 2014',
  'He was born on the 3rd of March 2014.',
  'DOB: 03/04/2014',
  'D.O.B. 3-4-14',
  'date of birth is 2014-03-04',
  'Date of Birth (March 4, 2014)',
  '12/03/2014 (DOB)',
  'Sam, 12/03/2014 (his D.O.B.), waits.',
  '12 March 2014 is her date of birth.',
  'Sam, 12.3.2014 born\nAlex, 3.4.2015 born',
  'DOB 12032015',
  'dob20150312',
  'Birth date: 12/03/2015',
  'birthdate 12.3.15',
  'Born: Monday 12 March 2012',
  'born Wed. 12/03/2012',
  'born in Maidstone on 12/03/2012',
  'She was born in the Isle of Thanet, 12 March 2012.',
  'DOB 12032012',
  'DOB 120312',
  'd.o.b.: 120312.',
  'Born \uff11\uff12/\uff10\uff13/\uff12\uff10\uff11\uff12',
  'born\u200b 12/03/2012',
  'b\u00adorn 12/03/2012',
])('%j holds a date of birth', (text) => {
  expect(identityIn(text)).toContain('date of birth');
});

test.each([
  '',
  'Call 0300 041 4141 or 01622 694 242.',
  'Ring 0169773000, the line for parents.',
  'From abroad +44 300 041 4141 or +44 (0)300 041 4141.',
  'The contract is worth £4505577104 and £1,234,567.',
  'The share is 0.9434765919.',
  'Reviewed on 2023-09-25, and from 30 March 2023 to 30 September 2024.',
  'Children born between 1 September 2012 and 31 August 2013.',
  'Children born in Kent before 1 September 2012.',
  'Of those born, 120312 are grown up.',
  'The DOB of 990912 children is not asked for.',
  'The airborne team met on 3 May 2020.',
  'Born of the plan, 1080 cases; DOB is not asked for, 20150399 is no date.',
  'A costed plan was born of this review in 2023.',
  'Plan B 2023 2024 2025 is dropped.',
  'As at 31 August 2023, date of birth was recorded for 98% of plans.',
  'As at 31 August 2023: date of birth, school and address are asked for.',
  'Since 3 May 2023, born out of the audit, we meet weekly.',
  'Ashford\t405\t312\t2023',
  'Waiting: 405 / 312 / 2023, and 405/312/2023.',
  '405\n312\n2023',
  '405 312.2023 and 405-312 2023',
  'EHC plans fell from 13.2% to 2.3%; 1,080 cases, 12,180 reviews, 116 actions.',
  'SW1A 1AA, invoice 20230925, section 19(1) of the 2014 Act.',
])('%j names no child', (text) => {
  expect(identityIn(text)).toBeNull();
});

test('ordinary prose with telephone numbers and money names no child', () => {
  const word = fc.constantFrom(
    'the',
    'board',
    'met',
    'plan',
    'a',
    'cases',
    'on',
    'and',
    'families',
    'born',
    'review',
    '2023',
    '30',
    '12%',
    '1,080',
  );
  const phone = fc
    .tuple(digits(10), fc.constantFrom([4, 7, 11], [5, 11], [3, 6, 10], [10], [11]))
    .map(([found, ends]) => {
      const number = `0${found.join('')}`;
      return ends.map((end, index) => number.slice(ends[index - 1] ?? 0, end)).join(' ');
    });
  const money = fc.integer({ min: 0, max: 2_000_000_000 }).map((pounds) => `£${pounds.toLocaleString('en-GB')}`);
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: word }, phone, money), { maxLength: 30 }), (words) => {
      expect(identityIn(words.join(' '))).toBeNull();
    }),
  );
});

test.each([
  'https://council.test/child/9434765919',
  'https://council.test/find?nhs=943%20476%205919',
  'https://council.test/H801200001001_plan.pdf',
  'https://council.test/?name=sam&dob=12/03/2015',
  'https://council.test/sam?dob=12%2F03%2F2015',
  'https://council.test/date-of+birth=2015-03-12/date+of+birth=2015-03-12',
])('%s could identify a child', (address) => {
  expect(identityInAddress(address)).toContain('keeps nothing about a single child');
});

test('a website’s own number of a document names no child', () => {
  fc.assert(
    fc.property(nhsNumbers, (number) => {
      expect(identityInAddress(`https://www.council.test/download/${number}/report.pdf`)).toBeNull();
      expect(identityInAddress(`https://www.icb.nhs.uk/documents?id=${number}`)).toBeNull();
      const parts = [number.slice(0, 3), number.slice(3, 6), number.slice(6)];
      expect(identityInAddress(`https://www.council.test/s126004/x/${parts.join('/')}`)).toBeNull();
      expect(identityInAddress(`https://www.council.test/plan_${parts.join('_')}.pdf`)).toContain('NHS number');
      expect(identityInAddress(`https://www.council.test/x?nhs_no=${number}`)).toContain('NHS number');
    }),
  );
});

test.each([
  'https://www.gov.uk/government/publications/kent-county-council-improvement-notice',
  'https://democracy.council.test/documents/s118723/Item%207%20Report%20100%.pdf',
  'https://council.test/2023-09-25/minutes_1080.pdf?page=12#%E2%82%AC',
])('%s names no child', (address) => {
  expect(identityInAddress(address)).toBeNull();
});
