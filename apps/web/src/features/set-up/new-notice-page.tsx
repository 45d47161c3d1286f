import { useNavigate } from '@tanstack/react-router';
import { useSession } from '../../app/notice.ts';
import { PageFrame } from '../../app/page-frame.tsx';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { enteredChange } from './form/entered-change.ts';
import { RowForm } from './form/row-form.tsx';
import { CancelLink, setUpPath } from './links.tsx';
import { newNoticeFields } from './nouns/notice-fields.ts';
import { sourceFields } from './nouns/source-fields.ts';

const Form = ({ first }: { first: boolean }) => {
  const navigate = useNavigate();
  const change = useChange(enteredChange(trpc.notice.create.mutationOptions()));
  return (
    <RowForm
      fields={newNoticeFields}
      sourceFields={sourceFields}
      row={null}
      options={{}}
      reason="Set up."
      change={change}
      input={({ content, reason }) => ({ ...content, reason })}
      submit="Set up the notice"
      cancel={first ? null : <CancelLink to="/" />}
      onSaved={({ noticeId }) => void navigate({ to: setUpPath(noticeId) })}
    />
  );
};

/** Sets up a notice, for a programme office of the installation. */
export const NewNoticePage = () => {
  const { data: session } = useSession();
  const first = (session?.notices.length ?? 0) === 0;
  return (
    <PageFrame>
      <PageTitle
        title={first ? 'Set up your first notice' : 'Set up a notice'}
        under="What the Improvement Notice is, and when it is measured. You can mend all of it later, with a reason."
      />
      {session?.account?.office === 'programmeOffice' ? (
        <Form first={first} />
      ) : (
        <p>Only a programme office of the installation can set up a notice. Ask your administrator.</p>
      )}
    </PageFrame>
  );
};
