import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { EvidenceLine } from '@noticeboard/domain/views/evidence';
import { formatDate, plural } from '@noticeboard/domain/words';
import { useNotice } from '../app/notice.ts';
import { SourceMark } from './source-mark.tsx';

/** Fetches the file of a piece of evidence, or leads to its page elsewhere; nothing where its file was erased by law. */
export const EvidenceSource = ({ line: { id, caption, file, url } }: { line: EvidenceLine }) => {
  const { noticeId } = useNotice();
  if (file) {
    return (
      <a href={`/api/notices/${noticeId}/evidence/${id}/file`} download={file.name}>
        {file.name}
        <span className="govuk-visually-hidden"> of {caption}</span>, {file.size}
      </a>
    );
  }
  if (url === null) return <span className="nb-secondary">The file was erased by law</span>;
  return (
    <a href={url} rel="noreferrer">
      {URL.canParse(url) ? new URL(url).host : url}
      <span className="govuk-visually-hidden">: {caption}</span>
    </a>
  );
};

/**
 * One piece of evidence as a page lists it: what it is, what it shows, and its file or link.
 * @param under more of it, such as what it is of
 */
export const EvidenceItem = ({ line, under }: { line: EvidenceLine; under?: ReactNode }) => {
  const { noticeId } = useNotice();
  const { id, caption, shows, period, addedBy, addedOn, earlier, mark } = line;
  return (
    <li className="nb-evidence__item">
      <p>
        <Link to="/n/$noticeId/evidence/$evidenceId" params={{ noticeId, evidenceId: id }}>
          {caption}
        </Link>
        : {shows} <SourceMark mark={mark} />
      </p>
      <p className="nb-meta">
        {period === null ? '' : `${period}. `}
        <EvidenceSource line={line} />. {addedBy === null ? 'Added' : `${addedBy},`} {formatDate(addedOn)}
        {earlier === 0 ? '' : `, ${plural(earlier, 'earlier version')}`}
      </p>
      {under}
    </li>
  );
};
