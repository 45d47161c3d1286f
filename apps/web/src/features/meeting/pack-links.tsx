import type { PackLine } from '@noticeboard/domain/views/meetings';
import { formatDate } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';

/** The documents that were frozen for a meeting, each opened as it was; the newest first. */
export const PackLinks = ({ packs, of }: { packs: readonly PackLine[]; of: string }) => {
  const { noticeId } = useNotice();
  return (
    <ul className="nb-pack-links">
      {packs.map(({ id, label, day }) => (
        <li key={id}>
          <a href={`/api/notices/${noticeId}/documents/${id}`}>
            {label}
            <span className="govuk-visually-hidden"> of {of}</span>
          </a>
          <span className="nb-register__under">Frozen {formatDate(day)}</span>
        </li>
      ))}
    </ul>
  );
};
