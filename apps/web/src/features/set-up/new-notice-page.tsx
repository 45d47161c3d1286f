import { PageTitle } from '../../components/page-title.tsx';

export const NewNoticePage = () => <PageTitle title="New notice" />;
