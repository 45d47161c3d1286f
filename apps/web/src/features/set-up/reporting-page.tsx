import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReportingView } from '@noticeboard/domain/views/reporting';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { enteredChange } from './form/entered-change.ts';
import type { Values } from './form/field.ts';
import { SettingsForm } from './form/settings-form.tsx';
import { setUpPath } from './links.tsx';
import { LookingBack } from '../../components/looking-back.tsx';
import { NextPeriods } from './next-periods.tsx';
import { reportingFields } from './nouns/reporting-fields.ts';

const periodsBelow = (view: ReportingView) => ({
  after: 'reportGraceDays',
  show: (values: Values) => <NextPeriods view={view} values={values} />,
});

const Edit = ({ view }: { view: ReportingView }) => {
  const change = useChange(enteredChange(trpc.notice.setReporting.mutationOptions()));
  return <SettingsForm fields={reportingFields} row={view.settings} change={change} follows={periodsBelow(view)} />;
};

/** When everybody reports, how they are reminded, and what they may send, with the periods that result. */
export const ReportingPage = () => {
  const { noticeId, input, lookingBack } = useNotice();
  const { data: view } = useSuspenseQuery(trpc.notice.reporting.queryOptions(input));
  return (
    <>
      <Breadcrumbs>
        <Link to={setUpPath(noticeId)} className="govuk-breadcrumbs__link">
          Set-up
        </Link>
        Reporting
      </Breadcrumbs>
      <PageTitle
        over="Reporting"
        title="When updates are due"
        under="A change holds from today. Earlier days keep the settings that they had."
      />
      {lookingBack ? <LookingBack /> : <Edit view={view} />}
    </>
  );
};
