import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../components/button.tsx';

/** Shows the link that sets a password, once: it is kept nowhere that it could be read from again. */
export const OneTimeLink = ({ path, who }: { path: string; who: string }) => {
  const link = `${location.origin}${path}`;
  const [said, setSaid] = useState('');
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid('Copied');
    } catch {
      // A browser may forbid it, or know no clipboard where people come without https.
      setSaid('Your browser does not allow that. Select the link and copy it.');
    }
  };
  return (
    <section className="nb-link-once" ref={box} tabIndex={-1} aria-labelledby="link-once">
      <h2 className="govuk-heading-m" id="link-once">
        Give this link to {who}
      </h2>
      <p>
        It sets their password, works once, and ends after 7 days. It is shown only now, so copy it before you go on.
      </p>
      <code className="nb-link-once__link">{link}</code>
      <div className="govuk-button-group">
        <Button kind="secondary" onClick={() => void copy()}>
          Copy the link
        </Button>
        <span role="status">{said}</span>
      </div>
    </section>
  );
};
