import { PageTitle } from '../../components/page-title.tsx';

export const HistoryPage = () => <PageTitle title="History" />;
