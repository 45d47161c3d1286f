import type { DateGroup, DateLine } from '@noticeboard/domain/views/requirement-dates';
import { Marks, SourceDetails } from '../../components/source-mark.tsx';

/** One date with its marks, where it was read, what it may span, and what is noted of it. */
export const DateReading = ({ date: { words, span, note, source }, of }: { date: DateLine; of: string }) => (
  <>
    {words === '' ? null : <span className="nb-dates__day">{words}</span>} <SourceDetails source={source} of={of} />
    {span === null && note === null ? null : (
      <span className="nb-dates__note">
        {span === null ? '' : `${span}. `}
        {note}
      </span>
    )}
  </>
);

/**
 * The dates of a requirement by kind; those that conflict stand side by side.
 * @param short only days and marks, for a table: sources and notes are on the requirement's own page
 */
export const DateGroups = ({
  groups,
  code,
  short = false,
}: {
  groups: readonly DateGroup[];
  code: string;
  short?: boolean;
}) =>
  groups.length === 0 ? (
    <span className="nb-secondary">No date given</span>
  ) : (
    <dl className="nb-dates">
      {groups.map(({ kind, label, dates }) => (
        <div key={kind} className="nb-dates__group">
          <dt>{label}</dt>
          <dd className={dates.length > 1 ? 'nb-dates__several' : undefined}>
            {dates.map((date) => (
              <span key={date.id} className="nb-dates__one">
                {short ? (
                  <>
                    <span className="nb-dates__day">{date.words}</span> <Marks source={date.source} />
                  </>
                ) : (
                  <DateReading date={date} of={`requirement ${code}, ${label.toLowerCase()} ${date.words}`} />
                )}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
