import { PageTitle } from '../../components/page-title.tsx';

export const NoticePage = () => <PageTitle title="Notice" />;
