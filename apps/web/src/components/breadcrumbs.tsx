import { Children, type ReactNode } from 'react';

/** Where the page stands: one link a child, the last child the page's own short name without a link. */
export const Breadcrumbs = ({ children }: { children: ReactNode }) => {
  const shown = Children.toArray(children);
  return (
    <nav className="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {Children.map(shown, (child, index) => (
          <li className="govuk-breadcrumbs__list-item" aria-current={index === shown.length - 1 ? 'page' : undefined}>
            {child}
          </li>
        ))}
      </ol>
    </nav>
  );
};
