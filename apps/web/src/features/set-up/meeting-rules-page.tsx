import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MeetingRulesView } from '@noticeboard/domain/views/meeting-rules';
import { mayAnywhere } from '@noticeboard/domain/permissions';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { LookingBack } from '../../components/looking-back.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { enteredChange } from './form/entered-change.ts';
import { SettingsForm } from './form/settings-form.tsx';
import { setUpPath } from './links.tsx';
import { meetingRulesFields } from './nouns/notice-fields.ts';

const Edit = ({ view }: { view: MeetingRulesView }) => {
  const change = useChange(enteredChange(trpc.notice.setMeetingRules.mutationOptions()));
  return <SettingsForm fields={meetingRulesFields} row={view.settings} change={change} />;
};

/** When papers are due and what the quorum is: for the chair and the administrator to set, for everybody else to read. */
export const MeetingRulesPage = () => {
  const { noticeId, input, frame, lookingBack } = useNotice();
  const { data: view } = useSuspenseQuery(trpc.notice.meetingRules.queryOptions(input));
  return (
    <>
      {mayAnywhere(frame.who, 'settings.edit') || mayAnywhere(frame.who, 'plan.edit') ? (
        <Breadcrumbs>
          <Link to={setUpPath(noticeId)} className="govuk-breadcrumbs__link">
            Set-up
          </Link>
          Papers and quorum
        </Breadcrumbs>
      ) : null}
      <PageTitle
        over="Settings"
        title="Papers and quorum"
        under="When the papers of a meeting are due, and who has to be there before the board decides. Without quorum a meeting notes and asks, but decides nothing."
      />
      {lookingBack ? (
        <LookingBack />
      ) : mayAnywhere(frame.who, 'settings.edit') ? (
        <Edit view={view} />
      ) : (
        <>
          <SummaryList rows={view.facts} />
          <p>The chair or an administrator changes these rules.</p>
        </>
      )}
    </>
  );
};
