import { PageTitle } from '../../components/page-title.tsx';

export const RequirementsPage = () => <PageTitle title="Requirements" />;
