import { PageTitle } from '../../components/page-title.tsx';

export const AreaPage = () => <PageTitle title="Area" />;
