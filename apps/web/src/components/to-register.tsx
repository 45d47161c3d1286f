import { Link } from '@tanstack/react-router';
import type { FindingKind } from '@noticeboard/domain/views/findings';
import { useNotice } from '../app/notice.ts';

const registers = {
  actions: '/n/$noticeId/actions',
  measures: '/n/$noticeId/measures',
  dateChanges: '/n/$noticeId/date-changes',
} as const;

/** Leads to the register filtered to what was found; where no register is, to its heading among what needs attention. */
export const ToRegister = ({
  register,
  kind,
  children,
}: {
  register: FindingKind['register'];
  kind: FindingKind['key'];
  children: string;
}) => {
  const { noticeId } = useNotice();
  return register === null ? (
    <Link to="/n/$noticeId/attention" params={{ noticeId }} hash={kind}>
      {children}
    </Link>
  ) : (
    <Link to={registers[register.page]} params={{ noticeId }} search={register.search}>
      {children}
    </Link>
  );
};
