import { Link } from '@tanstack/react-router';
import type { AreaReportLine, MeetingView } from '@noticeboard/domain/views/meeting';
import { formatDate } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { FormPanel } from '../../components/form-panel.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';
import { ReportForm } from './report-form.tsx';

const Evidence = ({ report: { effect, evidence } }: { report: AreaReportLine }) => {
  const { noticeId } = useNotice();
  if (effect === null) return null;
  return (
    <>
      {effect}{' '}
      {evidence.length === 0 ? (
        <span className="nb-secondary">No evidence is named.</span>
      ) : (
        evidence.map(({ id, caption }, index) => (
          <span key={id}>
            {index === 0 ? 'Evidence: ' : ', '}
            <Link to="/n/$noticeId/evidence/$evidenceId" params={{ noticeId, evidenceId: id }}>
              {caption}
            </Link>
          </span>
        ))
      )}
    </>
  );
};

const Report = ({
  report,
  live,
  meetingId,
  open,
  onOpen,
  onClose,
}: {
  report: AreaReportLine;
  live: boolean;
  meetingId: string;
  open: boolean;
  onOpen: () => void;
  onClose: () => void;
}) => {
  const { noticeId } = useNotice();
  const mayWrite = useMay('areaReport.write', report.subject) && live;
  const { area, version, why, nextStep, by, on, mark } = report;
  const name = `Area ${area.number}, ${area.title}`;
  return (
    <li className="nb-area-report">
      <h3 className="govuk-heading-s">
        <Link to="/n/$noticeId/areas/$areaId" params={{ noticeId, areaId: area.id }}>
          {name}
        </Link>{' '}
        {version > 0 && mark !== 'own' ? <SourceMark mark={mark} /> : null}
      </h3>
      {open ? (
        <FormPanel form={`report-${area.id}`} title={name}>
          <ReportForm meetingId={meetingId} report={report} onDone={onClose} />
        </FormPanel>
      ) : (
        <>
          {version === 0 ? (
            <p className="nb-secondary">Nothing is said of it yet.</p>
          ) : (
            <SummaryList
              rows={[
                { name: 'Why it changed', value: why },
                { name: 'For families', value: report.effect === null ? null : <Evidence report={report} /> },
                { name: 'Next step', value: nextStep },
                { name: 'Said by', value: by === null || on === null ? null : `${by}, ${formatDate(on)}` },
              ]}
            />
          )}
          {mayWrite ? (
            <button type="button" className="nb-link-button nb-no-print" id={`open-report-${area.id}`} onClick={onOpen}>
              {version === 0 ? 'Write' : 'Edit'}
              <span className="govuk-visually-hidden"> what the board is told of area {area.number}</span>
            </button>
          ) : null}
        </>
      )}
    </li>
  );
};

/** What the meeting is told of each area, for its page in the pack. */
export const ReportsSection = ({ meeting }: { meeting: MeetingView }) => {
  const { open, show, close, warning } = useOpenForm<string>();
  const { areaReports, live, id } = meeting;
  const written = areaReports.filter(({ version }) => version > 0).length;
  if (areaReports.length === 0 || (written === 0 && !live)) return null;
  return (
    <Section
      place="areas"
      title="What it is told of each area"
      links={`${written} of ${areaReports.length} written`}
      intro="Stands on the page of each area in the pack. The programme office writes it, or the sponsor of the area."
    >
      {warning}
      <ul className="nb-area-reports">
        {areaReports.map((report) => (
          <Report
            key={report.area.id}
            report={report}
            live={live}
            meetingId={id}
            open={open === `report-${report.area.id}`}
            onOpen={() => show(`report-${report.area.id}`)}
            onClose={close}
          />
        ))}
      </ul>
    </Section>
  );
};
