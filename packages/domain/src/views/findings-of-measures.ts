/** What needs attention of measures. */
import { compareText } from '../rules/grouped.ts';
import { exceptionStates } from '../scales.ts';
import { formatDate, listInWords, plural } from '../words.ts';
import { askOwner } from './finding-act.ts';
import { firstFew } from './findings-of-actions.ts';
import type { Finding, FindingKind, Looking } from './findings.ts';

type Seen = Looking['measures'][number];

const byCode = (a: Seen, b: Seen): number => compareText(a.measure.code, b.measure.code);

const days = ({ report }: Seen): number => report?.days ?? 0;

const found = ({ measure: { id, code, title, ownerId } }: Seen, words: string): Finding => ({
  key: id,
  title: `${code} ${title}`,
  link: { page: 'measures', id },
  ownerId,
  words,
  act: { do: 'enterReading', ownerId },
});

/** A measure that is red or worsened twice, and that nobody has explained. */
const unexplained = (looking: Looking, { measure, exception }: Seen): Finding => {
  const { id, code, title, ownerId } = measure;
  return {
    key: id,
    title: `${code} ${title}`,
    link: { page: 'measures', id },
    ownerId,
    words: exception?.words ?? '',
    act: askOwner(looking, { kind: 'measure', id, ownerId }),
  };
};

/** Gives the measures that are red or worsened twice and that nobody has explained, the red ones first. */
const unexplainedKind = (looking: Looking): FindingKind => {
  const some = looking.measures
    .filter(({ exception }) => exception?.key === 'missing')
    .toSorted((a, b) => Number(b.exception?.cause === 'red') - Number(a.exception?.cause === 'red') || byCode(a, b));
  const { label, tone } = exceptionStates.missing;
  return {
    key: 'unexplained',
    title: 'Measures that nobody has explained',
    status: { label, tone },
    worst: firstFew(some.map(({ measure }) => measure.code)),
    register: null,
    findings: some.map((seen) => unexplained(looking, seen)),
  };
};

const whereUnread = ({ plan }: Looking, unread: readonly Seen[]): string => {
  const numbers = new Map(plan.areas.map(({ id, number }) => [id, number]));
  const areas = [...new Set(unread.map(({ measure }) => numbers.get(measure.areaId)))]
    .filter((number) => number !== undefined)
    .toSorted((a, b) => a - b);
  if (areas.length === 0) return firstFew(unread.map(({ measure }) => measure.code));
  const standing = plan.areas.filter(({ withdrawnOn }) => withdrawnOn === null).length;
  if (areas.length > 1 && areas.length === standing) return 'In every area';
  return `In area${areas.length === 1 ? '' : 's'} ${listInWords(areas.map(String))}`;
};

/** Gives the findings of measures: those that nobody has explained, that were never read, and whose next reading is late. */
export const measureFindings = (looking: Looking): FindingKind[] => {
  const unread = looking.measures.filter(({ status }) => status.key === 'noReading').toSorted(byCode);
  const late = looking.measures
    .filter(({ status, report }) => status.key !== 'noReading' && report?.key === 'late')
    .toSorted((a, b) => days(b) - days(a) || byCode(a, b));
  const [worst] = late;
  return [
    unexplainedKind(looking),
    {
      key: 'noReading',
      title: 'Measures without a reading',
      status: { label: 'No reading', tone: 'none' },
      worst: whereUnread(looking, unread),
      register: { page: 'measures', search: { impact: 'noReading' } },
      findings: unread.map((seen) => found(seen, 'no reading')),
    },
    {
      key: 'lateReading',
      title: 'Late readings',
      status: { label: 'Late', tone: 'red' },
      worst: worst ? `Longest: ${worst.measure.code} ${worst.measure.title}, ${plural(days(worst), 'day')}` : '',
      register: null,
      findings: late.map((seen) =>
        found(
          seen,
          `reading late by ${plural(days(seen), 'day')}${seen.status.reading ? `, the last is of ${formatDate(seen.status.reading.periodEnd)}` : ''}`,
        ),
      ),
    },
  ];
};
