import { PageTitle } from '../../components/page-title.tsx';

export const CheckpointsPage = () => <PageTitle title="Checkpoints" />;
