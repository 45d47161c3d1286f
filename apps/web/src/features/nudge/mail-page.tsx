import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { SummaryList } from '../../components/summary-list.tsx';

/** A line of a mail; one that is an address leads there. */
const Line = ({ text }: { text: string }) =>
  /^https?:\/\/\S+$/.test(text) ? (
    <a href={text} className="govuk-link">
      {text}
    </a>
  ) : (
    text
  );

/** One mail of the outbox: to whom, what became of it, and its words about this notice. */
export const MailPage = () => {
  const { noticeId } = useNotice();
  const { mailId = '' } = useParams({ strict: false });
  const { data: mail } = useSuspenseQuery(trpc.nudge.mail.queryOptions({ noticeId, id: mailId }));
  const lines = mail.text.split('\n').map((text, index) => ({ key: `${index} ${text}`, text }));
  return (
    <>
      <Breadcrumbs>
        <Link to="/n/$noticeId/nudges" params={{ noticeId }} className="govuk-breadcrumbs__link">
          Nudges
        </Link>
        Mail
      </Breadcrumbs>
      <PageTitle over={`Mail to ${mail.to}`} title={mail.subject.replace('Noticeboard: ', '')} />
      <SummaryList
        rows={[
          { name: 'Subject', value: mail.subject },
          { name: 'Written', value: mail.made },
          {
            name: 'State',
            value: (
              <>
                <StatusTag status={mail.status} /> {mail.status.reason}
              </>
            ),
          },
        ]}
      />
      <article className="nb-letter nb-letter--whole" aria-label="What it says">
        {lines.map(({ key, text }) => (
          <span key={key}>
            <Line text={text} />
            {'\n'}
          </span>
        ))}
      </article>
    </>
  );
};
