import { PageTitle } from '../../components/page-title.tsx';

export const ActionsPage = () => <PageTitle title="Actions" />;
