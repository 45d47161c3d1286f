import { useEffect, useRef, type ReactNode } from 'react';

// The page that had the focus last; the first page of a visit leaves it where the browser puts it.
const focused = { path: null as string | null, title: null as string | null };

/**
 * The h1 of a page, and its title in the browser. Takes the focus when the page was navigated to.
 * @param title the page's message, as text
 * @param over a short line above: what kind of thing it is
 * @param under a line below: how to read it
 * @param marks the source marks beside the line above or, without one, below the title
 * @param actions buttons at the right
 */
export const PageTitle = ({
  title,
  over,
  under,
  marks,
  actions,
}: {
  title: string;
  over?: ReactNode;
  under?: ReactNode;
  marks?: ReactNode;
  actions?: ReactNode;
}) => {
  const heading = useRef<HTMLHeadingElement>(null);
  // The page that is left sees the new address too, before the new page is there; its title tells the two apart.
  useEffect(() => {
    const path = location.pathname;
    if (focused.title === title) return;
    if (focused.path !== null && focused.path !== path) heading.current?.focus();
    focused.path = path;
    focused.title = title;
  }, [title]);
  return (
    <div className={actions === undefined ? 'nb-page-title' : 'nb-page-title nb-page-title--with-actions'}>
      <title>{`${title} - Noticeboard`}</title>
      <div>
        {over === undefined ? null : (
          <p className="nb-page-title__over">
            {over} {marks}
          </p>
        )}
        <h1 className="govuk-heading-l" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {under === undefined && (over !== undefined || marks === undefined) ? null : (
          <p className="nb-page-title__under">
            {under} {over === undefined ? marks : null}
          </p>
        )}
      </div>
      {actions === undefined ? null : <div className="nb-page-title__actions">{actions}</div>}
    </div>
  );
};
