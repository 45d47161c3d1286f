import type { ActionView } from '@noticeboard/domain/views/action';
import { confidences, type Status } from '@noticeboard/domain/scales';
import { formatDate, plural } from '@noticeboard/domain/words';
import { Reason } from '../../components/reason.tsx';
import { reportInWords } from '../../components/report-words.ts';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { deliveryInWords } from '../../components/delivery-words.ts';

const rule = [
  'withdrawn by the board',
  'complete, once it is evidenced or beyond',
  'delivered, not evidenced: only the lead’s word',
  'overdue, once the current due date has passed',
  'no update, or none within the time that the notice sets',
  'forecast late, if the forecast is after the current due date',
  'due in 14 days',
  'on track',
];

const Declared = ({ declared }: { declared: NonNullable<ActionView['declared']> }) => {
  const { status, confidence, by, on, daysAgo, words } = declared;
  const when = daysAgo === 0 ? 'today' : `${plural(daysAgo, 'day')} ago`;
  return (
    <>
      <StatusTag status={status} pill />
      <span className="nb-two-views__why">
        {by === null ? '' : `by ${by}, `}
        {formatDate(on)}, {when}
        {confidence === null ? '' : `, confidence ${confidences[confidence].label.toLowerCase()}`}: “{words}”
      </span>
    </>
  );
};

const noneDeclared: Status = { key: 'none', label: 'None', tone: 'none', reason: '' };

/** What the lead says beside what follows from dates and updates. Neither is resolved into the other. */
export const DeliverySection = ({ action: { declared, delivery, differs, report } }: { action: ActionView }) => (
  <Section
    title="Two views of delivery"
    links={differs ? <StatusTag status={{ label: 'They differ', tone: 'amber' }} /> : undefined}
  >
    <div className="nb-two-views">
      <SummaryList
        ruled
        rows={[
          {
            name: 'Declared',
            value: declared ? <Declared declared={declared} /> : <StatusTag status={noneDeclared} pill />,
          },
          {
            name: 'Computed',
            value: (
              <>
                <StatusTag status={delivery} pill>
                  {deliveryInWords({ delivery: delivery.key, days: delivery.days })}
                </StatusTag>
                <span className="nb-two-views__why">
                  {delivery.reason}{' '}
                  <Reason of="how delivery is computed" label="Rule">
                    The first that applies:
                    <ol>
                      {rule.map((each) => (
                        <li key={each}>{each}</li>
                      ))}
                    </ol>
                  </Reason>
                </span>
              </>
            ),
          },
          {
            name: 'This period’s update',
            value: report && (
              <>
                <StatusTag status={report} pill>
                  {reportInWords({ state: report.key, days: report.days })}
                </StatusTag>
                <span className="nb-two-views__why">{report.reason}</span>
              </>
            ),
          },
        ]}
      />
    </div>
    <p className="nb-meta">Both are kept. Neither changes the colour of a measure.</p>
  </Section>
);
