import { formatDate } from '@noticeboard/domain/words';

/** What may be decided of a request to move a date. */
export type DateDecision = 'approved' | 'approvedOther' | 'refused';

/** Gives the choices of whoever decides a request to move a date, in words. */
export const dateDecisions = ({ from, to }: { from: string; to: string }): { value: DateDecision; label: string }[] => [
  { value: 'approved', label: `Approve ${formatDate(to)}` },
  { value: 'approvedOther', label: 'Approve another date' },
  { value: 'refused', label: `Refuse: it stays due ${formatDate(from)}` },
];
