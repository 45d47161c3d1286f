import { PageTitle } from '../../components/page-title.tsx';

export const AreasPage = () => <PageTitle title="Areas" />;
