import { useEffect, useRef, type MouseEvent } from 'react';

const leadTo = (event: MouseEvent<HTMLAnchorElement>, id: string) => {
  const field = document.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  if (!field) return;
  event.preventDefault();
  (field.closest('.govuk-form-group') ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
};

/**
 * Every problem of a form, each leading to its field; takes the focus when it appears. Shows nothing while there is none.
 * @param problems sentences by the id of their field; an empty id is a problem of the whole form
 */
export const ErrorSummary = ({ problems }: { problems: Readonly<Record<string, string>> }) => {
  const summary = useRef<HTMLDivElement>(null);
  const entries = Object.entries(problems);
  const shown = entries.map(([id, sentence]) => `${id} ${sentence}`).join('\n');
  useEffect(() => {
    if (shown !== '') summary.current?.focus();
  }, [shown]);
  if (entries.length === 0) return null;
  return (
    <div className="govuk-error-summary" ref={summary} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {entries.map(([id, sentence]) => (
              <li key={id}>
                {id === '' ? (
                  sentence
                ) : (
                  <a href={`#${id}`} onClick={(event) => leadTo(event, id)}>
                    {sentence}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
};
