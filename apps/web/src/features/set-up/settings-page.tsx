import { Link } from '@tanstack/react-router';
import { mayAnywhere } from '@noticeboard/domain/permissions';
import { plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { enteredChange } from './form/entered-change.ts';
import { SettingsForm } from './form/settings-form.tsx';
import { setUpPath } from './links.tsx';
import { LookingBack } from '../../components/looking-back.tsx';
import { settingsFields } from './nouns/notice-fields.ts';

const Edit = () => {
  const { frame } = useNotice();
  const change = useChange(enteredChange(trpc.notice.setDateMoveLimit.mutationOptions()));
  return <SettingsForm fields={settingsFields} row={frame.notice} change={change} />;
};

/** Who moves a date: the limit of the programme office, for the chair and the administrator to set and for it to read. */
export const SettingsPage = () => {
  const { noticeId, frame, lookingBack } = useNotice();
  const { dateMoveLimitDays: days } = frame.notice;
  return (
    <>
      {mayAnywhere(frame.who, 'plan.edit') || mayAnywhere(frame.who, 'member.read') ? (
        <Breadcrumbs>
          <Link to={setUpPath(noticeId)} className="govuk-breadcrumbs__link">
            Set-up
          </Link>
          Settings
        </Breadcrumbs>
      ) : null}
      <PageTitle
        over="Settings"
        title="Who moves a date"
        under="The chair decides every request to move the due date of an action. Up to a limit the programme office may decide too, but never on its own request."
      />
      {lookingBack ? (
        <LookingBack />
      ) : mayAnywhere(frame.who, 'settings.edit') ? (
        <Edit />
      ) : (
        <>
          <SummaryList
            rows={[
              {
                name: 'Limit of the programme office',
                value: days === 0 ? 'None: the chair decides every move' : plural(days, 'day'),
              },
            ]}
          />
          <p>The chair or an administrator changes the limit.</p>
        </>
      )}
      <p>
        <Link to={setUpPath(noticeId, 'meetings')} className="govuk-link">
          Papers and quorum
        </Link>
        : when papers are due, and who has to be there before the board decides
      </p>
    </>
  );
};
