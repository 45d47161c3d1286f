import { useQuery } from '@tanstack/react-query';
import type { EvidenceLink } from '@noticeboard/domain/views/evidence';
import { useNotice } from '../app/notice.ts';
import { trpc } from '../app/trpc.ts';
import { Select } from './choices.tsx';
import { ToRow } from './row-link.tsx';

/** Gives links as the input of a change names them. */
export const linksOf = (links: readonly EvidenceLink[]) => {
  const of = (page: EvidenceLink['link']['page']): string[] =>
    links.filter(({ link }) => link.page === page).map(({ link }) => link.id);
  return {
    actionIds: of('actions'),
    measureIds: of('measures'),
    requirementIds: of('requirements'),
    areaIds: of('areas'),
  };
};

const keyOf = ({ link }: EvidenceLink): string => `${link.page} ${link.id}`;

/** What a piece of evidence is of: each with a button that takes it out, and a list of what the reader may add. */
export const EvidenceLinksField = ({
  links,
  error,
  onChange,
}: {
  links: readonly EvidenceLink[];
  error: string | undefined;
  onChange: (links: readonly EvidenceLink[]) => void;
}) => {
  const { noticeId } = useNotice();
  const { data: linkable = [] } = useQuery(trpc.evidence.linkable.queryOptions({ noticeId }));
  const chosen = new Set(links.map(keyOf));
  return (
    <>
      <Select
        id="actionIds"
        label="What is it evidence of?"
        hint="Choose each action, measure, requirement or area in turn."
        error={error}
        value=""
        empty={links.length === 0 ? 'Choose one' : 'Choose another one'}
        choices={linkable
          .filter((each) => !chosen.has(keyOf(each)))
          .map((each) => ({ value: keyOf(each), label: each.words }))}
        onChange={(key) => {
          const added = linkable.find((each) => keyOf(each) === key);
          if (added) onChange([...links, added]);
        }}
      />
      <ul className="nb-list-plain nb-evidence__links" aria-label="Chosen">
        {links.map((each) => (
          <li key={keyOf(each)}>
            {each.words}{' '}
            <button
              type="button"
              className="nb-link-button"
              onClick={() => onChange(links.filter((other) => other !== each))}
            >
              Take out<span className="govuk-visually-hidden">: {each.words}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

/** What a piece of evidence is of, each a link to its page. */
export const EvidenceLinks = ({ links }: { links: readonly EvidenceLink[] }) => (
  <ul className="nb-list-plain nb-evidence-links">
    {links.map((each) => (
      <li key={keyOf(each)}>
        <ToRow link={each.link}>{each.words}</ToRow>
      </li>
    ))}
  </ul>
);
