import { reportStates, type ReportState } from '@noticeboard/domain/scales';
import { reportInWords } from './report-words.ts';
import { StatusTag } from './status-tag.tsx';

/** Where a report stands in the reporting period, as small words under whose it is; nothing where none is asked for. */
export const ReportTag = ({ report }: { report: { state: ReportState; days: number | null } | null }) =>
  report === null ? null : (
    <span className="nb-register__under">
      <StatusTag status={reportStates[report.state]} quiet>
        {reportInWords(report)}
      </StatusTag>
    </span>
  );
