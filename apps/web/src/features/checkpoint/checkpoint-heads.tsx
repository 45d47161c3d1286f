import type { CheckpointHead } from '@noticeboard/domain/views/checkpoint-grid';

/** The heads of the columns, one a checkpoint; that of the next one is tinted and says how far it is. */
export const CheckpointHeads = ({ heads }: { heads: readonly CheckpointHead[] }) =>
  heads.map(({ months, label, date, days, next }) => (
    <th
      key={months}
      scope="col"
      className={next ? 'nb-checkpoints__head nb-checkpoints__head--next' : 'nb-checkpoints__head'}
    >
      {label}
      {next ? `, ${days}` : ''}
      <span className="nb-checkpoints__date">{date}</span>
    </th>
  ));

/** Gives the class of a cell: tinted where something was decided, or quietly where it belongs to the next checkpoint. */
export const cellClass = (tone: string, decided: boolean, next: boolean): string =>
  [
    'nb-checkpoints__cell',
    decided ? `nb-checkpoints__cell--${tone}` : '',
    next && !decided ? 'nb-checkpoints__cell--next' : '',
  ]
    .filter(Boolean)
    .join(' ');
