import { useSuspenseQuery } from '@tanstack/react-query';
import { plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { trpc, type RouterOutput } from '../../app/trpc.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LookingBack } from '../../components/looking-back.tsx';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { LinksSection } from './links-section.tsx';
import { OutboxSection } from './outbox-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { useNudge } from '../../app/use-nudge.ts';

type Nudges = RouterOutput['nudge']['read'];

/** While a mail is on its way the page looks again, in milliseconds. */
const again = 1000;

const titleOf = ({ late, lateRows }: Nudges): string =>
  late.length === 0
    ? 'Nobody is late'
    : `${plural(late.length, 'person is', 'people are')} late with ${plural(lateRows, 'update, reading or answer', 'updates, readings and answers')}`;

const EveryMorning = ({ nudges: { mail, byItself } }: { nudges: Nudges }) => (
  <Section title="Every morning">
    <p>
      From 8am on a working day people are also written to without being asked: {byItself.words}.{' '}
      {mail === 'kept'
        ? 'The day of the demonstration stands still, so it has no mornings.'
        : `Today that is ${plural(byItself.today, 'person', 'people')}.`}
    </p>
  </Section>
);

const NoMail = () => (
  <NotificationBanner>
    <p className="govuk-notification-banner__heading">Mail is not sent from here</p>
    <p>
      No mail server is set, so nobody can be reminded. Ask whoever runs Noticeboard to set NOTICEBOARD_SMTP and
      NOTICEBOARD_MAIL_FROM.
    </p>
  </NotificationBanner>
);

const Outcome = ({ nudge: { sent, problem } }: { nudge: ReturnType<typeof useNudge> }) => (
  <div role="status">
    {problem === null ? null : <p className="nb-notice-line">{problem}</p>}
    {problem !== null || sent === null ? null : (
      <div className="nb-saved nb-nudge__outcome">
        <p>
          <strong>{plural(sent.written.length, 'mail')} written.</strong> The outbox below says what becomes of{' '}
          {sent.written.length === 1 ? 'it' : 'them'}.
        </p>
        {sent.already.length === 0 ? null : <p>Written to today already: {sent.already.join(', ')}.</p>}
        {sent.unreached.length === 0 ? null : (
          <p>Not written to, for want of an address that works: {sent.unreached.join(', ')}.</p>
        )}
      </div>
    )}
  </div>
);

const Today = () => {
  const { noticeId } = useNotice();
  const nudge = useNudge();
  const { data } = useSuspenseQuery({
    ...trpc.nudge.read.queryOptions({ noticeId }),
    refetchInterval: ({ state }) =>
      state.data?.outbox.some(
        ({ status: { key, reason } }) => key === 'sending' || (key === 'queued' && reason.endsWith('in a moment.')),
      )
        ? again
        : false,
  });
  const canSend = data.mail !== 'none' && !nudge.sending;
  const people = { canSend, onSend: (memberId: string) => nudge.send([memberId]) };
  return (
    <>
      <PageTitle
        over="Nudges"
        title={titleOf(data)}
        under="One mail a person a day at most. It lists everything that is due from them."
        actions={
          data.mail === 'none' || data.late.length === 0 ? undefined : (
            <Button disabled={!canSend || data.reached === 0} onClick={() => nudge.send(null)}>
              Nudge all late
            </Button>
          )
        }
      />
      {data.mail === 'none' ? <NoMail /> : null}
      <Outcome nudge={nudge} />
      {data.late.length === 0 ? (
        <EmptyState>Everything that was due has been reported.</EmptyState>
      ) : (
        <PeopleSection
          title="Late"
          sortName="sort-late"
          intro={
            data.reached === 0
              ? 'None of them can be written to now. The reason stands beside each.'
              : `${data.reached} of ${plural(data.late.length, 'person', 'people')} can be written to now.`
          }
          people={data.late}
          {...people}
        />
      )}
      {data.others.length === 0 ? null : (
        <PeopleSection title="Due, not late" sortName="sort-due" people={data.others} {...people} />
      )}
      <OutboxSection mails={data.outbox} kept={data.mail === 'kept'} />
      {data.mail === 'none' ? null : <EveryMorning nudges={data} />}
      <LinksSection links={data.links} days={data.linkDays} />
    </>
  );
};

/** Who is late and due, what a mail to each of them says, and what became of the mails. For the programme office. */
export const NudgesPage = () => {
  const { lookingBack } = useNotice();
  if (!lookingBack) return <Today />;
  return (
    <>
      <PageTitle over="Nudges" title="Who is late" />
      <LookingBack />
    </>
  );
};
