/** Gives the label of a field that may be left empty, which says so. */
export const optional = (label: string) => (
  <>
    {label} <span className="nb-optional">(optional)</span>
  </>
);
