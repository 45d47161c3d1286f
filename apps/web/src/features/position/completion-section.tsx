import { Link } from '@tanstack/react-router';
import type { IsoDate } from '@noticeboard/domain/fields';
import type { PositionView } from '@noticeboard/domain/views/position';
import { formatDate, formatNumber } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';

type Completed = NonNullable<PositionView['completion']>;

/** Where the actions stand on the day: what every reader asks of the drawing. */
const DayTable = ({ row, today }: { row: Completed['row']; today: IsoDate }) => {
  const gapHead = row.complete > row.planned ? 'Ahead of plan' : 'Behind plan';
  return (
    <table className="nb-table nb-table--stack nb-position__day">
      <caption className="govuk-visually-hidden">Actions due and complete by {formatDate(today)}</caption>
      <thead>
        <tr>
          <th scope="col">By {formatDate(today)}</th>
          <th scope="col" className="nb-table__number">
            Agreed plan
          </th>
          <th scope="col" className="nb-table__number">
            Current dates
          </th>
          <th scope="col" className="nb-table__number">
            Complete
          </th>
          <th scope="col" className="nb-table__number">
            {gapHead}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Actions, all areas</th>
          <td className="nb-table__number" data-head="Agreed plan:">
            {formatNumber(row.planned, 0)}
          </td>
          <td className="nb-table__number" data-head="Current dates:">
            {formatNumber(row.current, 0)}
          </td>
          <td className="nb-table__number" data-head="Complete:">
            {formatNumber(row.complete, 0)}
          </td>
          <td className="nb-table__number" data-head={`${gapHead}:`}>
            {formatNumber(Math.abs(row.planned - row.complete), 0)}
          </td>
        </tr>
      </tbody>
    </table>
  );
};

/** Planned against actual completion of the actions. */
export const CompletionSection = ({
  completion,
  today,
  illustrative,
}: {
  completion: PositionView['completion'];
  today: IsoDate;
  illustrative: boolean;
}) => {
  const { noticeId } = useNotice();
  if (!completion) {
    return (
      <Section title="Completion of actions">
        <EmptyState>The plan has no actions yet. The agreed plan is drawn once it has.</EmptyState>
      </Section>
    );
  }
  const { chart, row, note } = completion;
  const mark = illustrative ? <SourceMark mark="illustrative" /> : null;
  return (
    <Section
      title={chart.title}
      intro={
        <>
          {chart.subtitle} {mark}
        </>
      }
    >
      <ChartFigure
        model={chart}
        title={false}
        note={
          <>
            {note}{' '}
            <Link to="/n/$noticeId/date-changes" params={{ noticeId }}>
              All date changes
            </Link>
          </>
        }
      />
      <DayTable row={row} today={today} />
    </Section>
  );
};
