/**
 * Holds the place of what is being loaded, so that nothing jumps.
 * @param rows how many bars; `height` of each in px, which is the true height of what comes
 */
export const Skeleton = ({ rows, height = 28 }: { rows: number; height?: number }) => (
  <div className="nb-skeleton" role="status">
    <span className="govuk-visually-hidden">Loading</span>
    {Array.from({ length: rows }, (_, index) => (
      <span key={index} className="nb-skeleton__bar" style={{ height }} />
    ))}
  </div>
);

/** Holds the place of a whole page: its title, three figures and a table. */
export const PageSkeleton = () => (
  <div className="nb-skeleton" role="status">
    <span className="govuk-visually-hidden">Loading</span>
    {[24, 38, 120, 200, 360].map((height) => (
      <span key={height} className="nb-skeleton__bar" style={{ height, marginBottom: 24 }} />
    ))}
  </div>
);
