import { DateInput } from './date-input.tsx';
import { readDate, type DateParts } from './date-parts.ts';
import type { Problems } from './problems.ts';
import { Textarea } from './textarea.tsx';

/** What is typed of an exception commentary. */
export type Explanation = { reason: string; action: string; byWhen: DateParts; effect: string };

/** As long as a board reads of one measure. */
const guide = 60;

const dayName = 'The day by which it is done';

/** Reads the day by which what a commentary says is done. */
export const readByWhen = ({ byWhen }: Pick<Explanation, 'byWhen'>) => readDate(byWhen, dayName);

/**
 * The four fields that explain a measure.
 * @param prefix what the ids of the fields start with, where several stand on one page
 */
export const CommentaryFields = ({
  prefix = '',
  value,
  problems,
  rows = 3,
  onChange,
}: {
  prefix?: string;
  value: Explanation;
  problems: Problems;
  rows?: number;
  onChange: (patch: Partial<Explanation>) => void;
}) => {
  const read = readByWhen(value);
  return (
    <div className="nb-explain">
      <Textarea
        id={`${prefix}reason`}
        label="Why is it so?"
        value={value.reason}
        words={guide}
        rows={rows}
        error={problems['reason']}
        onChange={(reason) => onChange({ reason })}
      />
      <Textarea
        id={`${prefix}action`}
        label="What is done about it?"
        value={value.action}
        words={guide}
        rows={rows}
        error={problems['action']}
        onChange={(action) => onChange({ action })}
      />
      <Textarea
        id={`${prefix}effect`}
        label="What does it mean for children and families?"
        value={value.effect}
        words={guide}
        rows={rows}
        error={problems['effect']}
        onChange={(effect) => onChange({ effect })}
      />
      <DateInput
        id={`${prefix}byWhen`}
        label="By when?"
        value={value.byWhen}
        wrong={'error' in read ? read.part : undefined}
        error={problems['byWhen']}
        onChange={(byWhen) => onChange({ byWhen })}
      />
    </div>
  );
};
