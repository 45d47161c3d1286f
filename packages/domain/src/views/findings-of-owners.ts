/** What needs attention of people, of requirements, and of the board's own choice. */
import type { Plan } from '../plan.ts';
import { compareText } from '../rules/grouped.ts';
import { orphansOf, unaccountedOf, type Orphan } from '../rules/orphans.ts';
import { isLive } from '../rules/reported.ts';
import { orphanCauses } from '../scales.ts';
import { formatNumber, plural } from '../words.ts';
import { askOwner } from './finding-act.ts';
import type { Finding, FindingKind, Looking } from './findings.ts';
import { firstFew } from './findings-of-actions.ts';
import { inFocusOn } from './focus.ts';

/** With more live actions than these a board needs a focus list (issue 3). */
const mostWithoutFocus = 60;

const titleOf = ({ members }: Plan, { memberId }: Orphan): string =>
  members.find(({ id }) => id === memberId)?.title ?? 'A former member';

const foundOwner = ({ plan, asked }: Looking, orphan: Orphan, silent: boolean): Finding => {
  const { memberId, causes, rows } = orphan;
  return {
    key: memberId,
    title: titleOf(plan, orphan),
    link: null,
    ownerId: memberId,
    words: `${causes.map(({ reason }) => reason).join(' ')} ${plural(rows.length, 'row')} of theirs ${rows.length === 1 ? 'waits' : 'wait'}.`,
    act: silent && asked.has(memberId) ? { do: 'nudge', memberId } : { do: 'handOver', memberId },
  };
};

const isSilent = ({ causes }: Orphan): boolean => causes.every(({ key }) => key === 'silent');

/** Gives the owners whom nobody reaches, apart from those who are merely silent. */
export const ownerFindings = (looking: Looking): FindingKind[] => {
  const orphans = orphansOf(looking.plan, looking.today);
  const [silent, orphaned] = [orphans.filter(isSilent), orphans.filter((each) => !isSilent(each))];
  const worstOf = ([first]: readonly Orphan[]): string =>
    first ? `First: ${titleOf(looking.plan, first)}, ${plural(first.rows.length, 'row')} of theirs` : '';
  const findings = {
    silent: silent.map((each) => foundOwner(looking, each, true)),
    orphaned: orphaned.map((each) => foundOwner(looking, each, false)),
  };
  return [
    {
      key: 'orphaned',
      title: 'Owners who have gone',
      status: { label: 'Orphaned', tone: 'red' },
      worst: worstOf(orphaned),
      register: null,
      findings: findings.orphaned,
    },
    {
      key: 'silent',
      title: 'Silent owners',
      status: orphanCauses.silent,
      worst: worstOf(silent),
      register: null,
      findings: findings.silent,
    },
  ];
};

/** Gives the live actions whose accountable officer has gone. */
export const accountableFindings = ({ plan, today }: Looking): FindingKind[] => {
  const some = unaccountedOf(plan, today).toSorted((a, b) => compareText(a.action.code, b.action.code));
  const findings = some.map(({ action: { id, code, title }, memberId, cause }): Finding => ({
    key: id,
    title: `${code} ${title}`,
    link: { page: 'actions', id },
    ownerId: memberId,
    words: `nobody is accountable. ${cause.reason}`,
    act: { do: 'editAction', id },
  }));
  return [
    {
      key: 'unaccounted',
      title: 'Accountable officers who have gone',
      status: { label: 'Nobody accountable', tone: 'none' },
      worst: firstFew(some.map(({ action }) => action.code)),
      register: null,
      findings,
    },
  ];
};

/** Gives the requirements whose report is late. */
export const requirementFindings = (looking: Looking): FindingKind[] => {
  const late = looking.requirements
    .filter(({ report }) => report?.key === 'late')
    .toSorted((a, b) => compareText(a.requirement.code, b.requirement.code));
  const findings = late.map(({ requirement: { id, code, title, ownerId }, report }): Finding => ({
    key: id,
    title: `${code} ${title}`,
    link: { page: 'requirements', id },
    ownerId,
    words: `update late by ${plural(report?.days ?? 0, 'day')}`,
    act: askOwner(looking, { kind: 'requirement', id, ownerId }),
  }));
  return [
    {
      key: 'lateRequirement',
      title: 'Requirements without an update',
      status: { label: 'Late', tone: 'red' },
      worst: findings[0] ? `First: ${findings[0].title}` : '',
      register: null,
      findings,
    },
  ];
};

/** Gives that a long plan has no focus list in the period that runs. */
export const focusFindings = ({ plan, today, actions }: Looking): FindingKind[] => {
  const live = actions.filter(({ action }) => isLive(plan, action, today)).length;
  const lacks = live > mostWithoutFocus && inFocusOn(plan, today).size === 0;
  const words = `${formatNumber(live, 0)} live actions, and none of them is in focus`;
  return [
    {
      key: 'noFocus',
      title: 'No focus list for this period',
      status: { label: 'No focus', tone: 'none' },
      worst: words,
      register: null,
      findings: lacks
        ? [{ key: 'focus', title: 'The focus list', link: null, ownerId: null, words, act: { do: 'pickFocus' } }]
        : [],
    },
  ];
};
