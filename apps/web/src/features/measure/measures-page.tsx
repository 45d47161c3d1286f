import { PageTitle } from '../../components/page-title.tsx';

export const MeasuresPage = () => <PageTitle title="Measures" />;
