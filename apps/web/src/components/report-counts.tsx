import { Link } from '@tanstack/react-router';
import { keysOf, reportStates, type ReportState } from '@noticeboard/domain/scales';
import { formatNumber, plural } from '@noticeboard/domain/words';
import { useNotice } from '../app/notice.ts';
import { StatusTag } from './status-tag.tsx';

/** Where the updates of this period stand, of all actions or of one area's: each state leads to the register. */
export const ReportCounts = ({
  reports,
  areaId,
}: {
  reports: Readonly<Record<ReportState, number>>;
  areaId?: string;
}) => {
  const { noticeId } = useNotice();
  const total = Object.values(reports).reduce((sum, each) => sum + each, 0);
  if (total === 0) return null;
  return (
    <ul className="nb-reports" aria-label="Updates of this period">
      {keysOf(reportStates).map((key) =>
        reports[key] === 0 ? null : (
          <li key={key}>
            <StatusTag status={reportStates[key]} quiet>
              <Link to="/n/$noticeId/actions" params={{ noticeId }} search={{ report: key, area: areaId }}>
                {reportStates[key].label}: {formatNumber(reports[key], 0)} of {plural(total, 'action')}
              </Link>
            </StatusTag>
          </li>
        ),
      )}
    </ul>
  );
};
