import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Button } from '../../components/button.tsx';
import { Section } from '../../components/section.tsx';
import { TextInput } from '../../components/text-input.tsx';

const fieldId = 'calendar-address';

/** The address, to be copied into a calendar. */
const Address = ({ path }: { path: string }) => {
  const [copied, setCopied] = useState(false);
  const address = `${location.origin}${path}`;
  return (
    <>
      <TextInput
        id={fieldId}
        label="Address of your calendar"
        hint="Give it to your calendar as a calendar to subscribe to. It is shown once: whoever has it can read when the meetings are."
        value={address}
        spellCheck={false}
        onChange={() => undefined}
      />
      <Button
        kind="secondary"
        onClick={() => {
          document.querySelector<HTMLInputElement>(`#${fieldId}`)?.select();
          void navigator.clipboard?.writeText(address).then(() => setCopied(true));
        }}
      >
        Copy
      </Button>
      <span role="status" className="nb-calendar__copied">
        {copied ? 'Copied' : ''}
      </span>
    </>
  );
};

/** A link of one's own by which a calendar follows the meetings, to be made and ended. */
export const CalendarSection = () => {
  const { noticeId, input } = useNotice();
  const mayFollow = useMay('meeting.follow');
  const { data } = useQuery({ ...trpc.meeting.calendar.queryOptions(input), enabled: mayFollow });
  const making = useChange(trpc.meeting.makeCalendar.mutationOptions());
  const ending = useChange(trpc.meeting.endCalendar.mutationOptions());
  const [path, setPath] = useState<string | null>(null);
  if (!mayFollow) return null;
  const made = data?.made === true;
  const refusal = making.refusal ?? ending.refusal;
  return (
    <div className="nb-no-print">
      <Section
        place="calendar"
        title="In your calendar"
        intro={
          made
            ? 'Your link is in use: a calendar that has it follows these meetings and the days on which papers are due.'
            : 'Make a link, and your calendar follows these meetings and the days on which papers are due, as they move.'
        }
      >
        {refusal === null ? null : (
          <p className="govuk-error-message" role="alert">
            {refusal.sentence}
          </p>
        )}
        {path === null ? null : <Address path={path} />}
        <div className="govuk-button-group">
          <Button
            kind="secondary"
            disabled={making.saving}
            onClick={() =>
              void making.save({ noticeId }).then((receipt) => (receipt ? setPath(receipt.path) : undefined))
            }
          >
            {made ? 'Make a new link, and end this one' : 'Make a link'}
          </Button>
          {made ? (
            <Button
              kind="warning"
              disabled={ending.saving}
              onClick={() => void ending.save({ noticeId }).then((receipt) => (receipt ? setPath(null) : undefined))}
            >
              End the link
            </Button>
          ) : null}
        </div>
      </Section>
    </div>
  );
};
