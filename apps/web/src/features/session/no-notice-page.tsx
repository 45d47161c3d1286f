import { PageFrame } from '../../app/page-frame.tsx';
import { PageTitle } from '../../components/page-title.tsx';

/** What somebody sees with whom no notice is shared. */
export const NoNoticePage = () => (
  <PageFrame>
    <PageTitle title="No notice is shared with you" />
    <p>You are signed in, but you have no role on any notice today. Ask your administrator for one.</p>
  </PageFrame>
);
