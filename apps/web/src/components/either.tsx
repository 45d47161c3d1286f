/** One of two or a few ways to show a thing, by buttons of which one is pressed. */
export const Either = <Key extends string | undefined>({
  legend,
  hideLegend = false,
  ways,
  onChoose,
}: {
  legend: string;
  hideLegend?: boolean;
  ways: readonly { key: Key; label: string; pressed: boolean }[];
  onChoose: (key: Key) => void;
}) => (
  <fieldset className="nb-either nb-no-print">
    <legend className={hideLegend ? 'govuk-visually-hidden' : undefined}>{legend}</legend>
    {ways.map(({ key, label, pressed }) => (
      <button key={label} type="button" className="nb-view-button" aria-pressed={pressed} onClick={() => onChoose(key)}>
        {label}
      </button>
    ))}
  </fieldset>
);
