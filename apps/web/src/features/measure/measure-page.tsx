import { PageTitle } from '../../components/page-title.tsx';

export const MeasurePage = () => <PageTitle title="Measure" />;
