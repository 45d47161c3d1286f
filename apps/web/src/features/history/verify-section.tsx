import { useState } from 'react';
import type { Head } from '@noticeboard/domain/plan';
import { formatDate, formatNumber } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { Button } from '../../components/button.tsx';
import { Section } from '../../components/section.tsx';

/** Says how anyone can check that nothing of this history was changed, left out or added later. */
export const VerifySection = ({ head }: { head: Head }) => {
  const { day } = useNotice();
  const [said, say] = useState('');
  const position = `${head.seq}:${head.hash}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(position);
      say('Copied');
    } catch {
      say('Select the text above and copy it');
    }
  };
  return (
    <Section title="Check this history">
      <div className="nb-history__verify">
        <p>
          Every entry carries a hash that is made over all entries before it, so a change to any of them changes the
          last one. This is the place of the last of {formatNumber(head.seq, 0)} entries on {formatDate(day)}:
        </p>
        <p>
          <code>{position}</code>
        </p>
        <div className="govuk-button-group nb-no-print">
          <Button kind="secondary" onClick={() => void copy()}>
            Copy<span className="govuk-visually-hidden"> the place in the ledger</span>
          </Button>
          <span role="status">{said}</span>
        </div>
        <p>
          Keep it away from the server, such as in the minutes of the board. Whoever runs the server can check at any
          later time that the ledger still holds it:
        </p>
        <p>
          <code>pnpm noticeboard verify --head {position}</code>
        </p>
      </div>
    </Section>
  );
};
