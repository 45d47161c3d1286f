import { Link } from '@tanstack/react-router';
import type { Attention } from '@noticeboard/domain/views/attention';
import { formatNumber, plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { useNudge } from '../../app/use-nudge.ts';
import { ActOn } from '../../components/act-on.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { ToRegister } from '../../components/to-register.tsx';

/** Above the figures of Position it must not push them out of sight. */
const most = 6;

/**
 * What needs somebody's attention, the first few kinds, each with its worst, whom that is with and what the reader may do
 * about it, and a way to all of it. Not there where nothing does.
 */
export const AttentionSection = ({
  attention,
  illustrative,
}: {
  attention: readonly Attention[];
  illustrative: boolean;
}) => {
  const { noticeId } = useNotice();
  const nudge = useNudge();
  if (attention.length === 0) return null;
  return (
    <Section
      title="Needs attention"
      marks={illustrative ? <SourceMark mark="illustrative" /> : null}
      links={
        <Link to="/n/$noticeId/attention" params={{ noticeId }}>
          Each with the person and what acts on it
        </Link>
      }
      intro="Worst of each kind. An empty kind is not shown."
    >
      <ul className="nb-attention nb-attention--wide">
        {attention.slice(0, most).map(({ key, title, count, worst, first, status, link }) => (
          <li key={key}>
            <span className="nb-attention__count">{formatNumber(count, 0)}</span>
            <span className="nb-attention__words">
              <ToRegister register={link} kind={key}>
                {title}
              </ToRegister>
              <span className="nb-position__under">
                {worst}
                {first?.person && !worst.includes(first.person.title) ? `. With ${first.person.title}` : null}
              </span>
            </span>
            <StatusTag status={status} />
            <span className="nb-attention__act nb-no-print">
              {first === null ? null : <ActOn row={first} nudge={nudge} otherwise={null} />}
            </span>
          </li>
        ))}
      </ul>
      {attention.length <= most ? null : (
        <p className="nb-attention__more">
          <Link to="/n/$noticeId/attention" params={{ noticeId }}>
            {plural(attention.length - most, 'more kind', 'more kinds')}
          </Link>
        </p>
      )}
    </Section>
  );
};
