import { PageTitle } from '../../components/page-title.tsx';

export const RequirementPage = () => <PageTitle title="Requirement" />;
