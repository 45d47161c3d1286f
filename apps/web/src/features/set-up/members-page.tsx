import { PageTitle } from '../../components/page-title.tsx';

export const MembersPage = () => <PageTitle title="Members" />;
