import { useId, type ReactNode } from 'react';

/**
 * A part of a page: a 2 px ink rule, its name, its mark, and links at the right.
 * @param place what an address names after its # to lead here
 * @param marks such as `<SourceMark mark="illustrative" />`, once a section
 * @param links links or small words at the right: "All 61 changes", "CSV", "2 of 5 done"
 */
export const Section = ({
  place,
  title,
  level = 2,
  marks,
  links,
  intro,
  children,
}: {
  place?: string;
  title: ReactNode;
  level?: 2 | 3;
  marks?: ReactNode;
  links?: ReactNode;
  intro?: ReactNode;
  children: ReactNode;
}) => {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className="nb-section" id={place} aria-labelledby={id}>
      <div className="nb-section__head">
        <Heading className="govuk-heading-m" id={id}>
          {title}
        </Heading>
        {marks}
        {links === undefined ? null : <div className="nb-section__links">{links}</div>}
      </div>
      {intro === undefined ? null : <p className="nb-section__intro">{intro}</p>}
      {children}
    </section>
  );
};
