import { PageTitle } from '../../components/page-title.tsx';

export const ActionPage = () => <PageTitle title="Action" />;
