import { Link } from '@tanstack/react-router';
import type { Missing } from '@noticeboard/domain/rules/gate';
import { useNotice } from '../../app/notice.ts';

const Where = ({ link: { page, id, part } }: Pick<Missing, 'link'>) => {
  const { noticeId } = useNotice();
  if (page === 'measures') {
    return (
      <Link to="/n/$noticeId/measures/$measureId" params={{ noticeId, measureId: id }}>
        See the measure
      </Link>
    );
  }
  if (part === null) return null;
  return (
    <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId: id }} hash={part}>
      {part === 'evidence' ? 'See the evidence' : 'See the measures'}
    </Link>
  );
};

/** What keeps an action from a stage, each with the way to it. */
export const MissingList = ({ missing }: { missing: readonly Missing[] }) => (
  <ul className="nb-gate__missing">
    {missing.map(({ sentence, link }) => (
      <li key={sentence}>
        {sentence} <Where link={link} />
      </li>
    ))}
  </ul>
);
