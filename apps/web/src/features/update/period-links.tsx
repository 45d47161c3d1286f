import { Link } from '@tanstack/react-router';
import type { UpdatesView } from '@noticeboard/domain/views/updates';
import { formatDate, formatNumber } from '@noticeboard/domain/words';

const To = ({ period, children }: { period: string | undefined; children: string }) => (
  <li>
    <Link to="." search={(before: object) => ({ ...before, period })} className="govuk-link">
      {children}
    </Link>
  </li>
);

/** Leads to the periods beside the one that is shown, to the one that runs, and to all that wait. */
export const PeriodLinks = ({ view: { showing, beside, waiting, period } }: { view: UpdatesView }) => {
  if (period === null && showing === 'period') return null;
  const { earlier, later, runs } = beside;
  return (
    <nav aria-label="Periods" className="nb-no-print">
      <ul className="nb-list-plain nb-updates__periods">
        {showing === 'waiting' || earlier === null ? null : (
          <To period={earlier}>{`Earlier: closed on ${formatDate(earlier)}`}</To>
        )}
        {showing === 'waiting' || later === null ? null : (
          <To period={later}>{`Later: closed on ${formatDate(later)}`}</To>
        )}
        {showing === 'period' && runs ? null : <To period={undefined}>The period that runs</To>}
        {showing === 'waiting' ? null : (
          <To period="waiting">{`All that wait, of any period: ${formatNumber(waiting, 0)}`}</To>
        )}
      </ul>
    </nav>
  );
};
