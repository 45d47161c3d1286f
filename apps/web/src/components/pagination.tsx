/** Which pages are named: the first, the last, this one and its neighbours; null stands for those left out. */
const pagesShown = (page: number, pages: number): (number | null)[] => {
  const near = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages);
  const shown = [...new Set(near)].toSorted((a, b) => a - b);
  return shown.flatMap((each, index) => (index > 0 && each - (shown[index - 1] ?? 0) > 1 ? [null, each] : [each]));
};

/** Leads through the pages of a long table; shows nothing for a single page. `onPage` puts the page into the address. */
export const Pagination = ({
  page,
  pages,
  label,
  onPage,
}: {
  page: number;
  pages: number;
  label: string;
  onPage: (page: number) => void;
}) => {
  if (pages < 2) return null;
  const link = (to: number, words: string, rel: 'prev' | 'next') => (
    <div className={`govuk-pagination__${rel}`}>
      <a
        className="govuk-link govuk-pagination__link"
        href={`#page-${to}`}
        rel={rel}
        onClick={(event) => {
          event.preventDefault();
          onPage(to);
        }}
      >
        <span className="govuk-pagination__link-title">
          {words}
          <span className="govuk-visually-hidden"> page</span>
        </span>
      </a>
    </div>
  );
  return (
    <nav className="govuk-pagination" aria-label={label}>
      {page > 1 ? link(page - 1, 'Previous', 'prev') : null}
      <ul className="govuk-pagination__list">
        {pagesShown(page, pages).map((each, index, all) =>
          each === null ? (
            <li key={`after-${all[index - 1]}`} className="govuk-pagination__item govuk-pagination__item--ellipsis">
              ⋯
            </li>
          ) : (
            <li
              key={each}
              className={`govuk-pagination__item${each === page ? ' govuk-pagination__item--current' : ''}`}
            >
              <a
                className="govuk-link govuk-pagination__link"
                href={`#page-${each}`}
                aria-label={`Page ${each}`}
                aria-current={each === page ? 'page' : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  onPage(each);
                }}
              >
                {each}
              </a>
            </li>
          ),
        )}
      </ul>
      {page < pages ? link(page + 1, 'Next', 'next') : null}
    </nav>
  );
};
