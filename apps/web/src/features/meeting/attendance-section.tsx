import { useState } from 'react';
import { attendances, keysOf, type AttendanceState } from '@noticeboard/domain/scales';
import type { AttendanceLine, MeetingView } from '@noticeboard/domain/views/meeting';
import { plural } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Button } from '../../components/button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Either } from '../../components/either.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Select } from '../../components/choices.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

type Row = Pick<AttendanceLine, 'memberId' | 'state'> & { version: number };

const useMarking = (meetingId: string) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.meeting.attend.mutationOptions());
  return {
    saving,
    refusal,
    mark: (rows: readonly Row[]) =>
      save({
        noticeId,
        meetingId,
        rows: rows.map(({ memberId, state, version }) => ({ memberId, state, expectedVersion: version })),
      }),
  };
};
type Marking = ReturnType<typeof useMarking>;

const Refused = ({ refusal }: Pick<Marking, 'refusal'>) =>
  refusal === null ? null : (
    <p className="govuk-error-message" role="alert">
      {refusal.sentence}
    </p>
  );

/**
 * One person's attendance: buttons for whoever may say so, else the word. Each is saved for itself, so that a row of people is
 * marked as fast as they come in.
 */
const Attendance = ({ line, meeting }: { line: AttendanceLine; meeting: MeetingView }) => {
  const { today } = useNotice();
  const marking = useMarking(meeting.id);
  const mayMark = useMay('meeting.attend', { memberIds: [line.memberId], organisation: null });
  const keeps = useMay('meeting.plan');
  const word = <StatusTag status={attendances[line.state]} quiet />;
  if (!mayMark || !meeting.live) return word;
  const held = meeting.state.key === 'open' || meeting.on <= today;
  const ways = keysOf(attendances).filter(
    (state) => state !== 'present' || (keeps && held) || line.state === 'present',
  );
  return (
    <>
      <Either<AttendanceState>
        legend={`Attendance of ${line.title}`}
        hideLegend
        ways={ways.map((state) => ({ key: state, label: attendances[state].label, pressed: state === line.state }))}
        onChoose={(state) => {
          if (state !== line.state && !marking.saving) void marking.mark([{ ...line, state }]);
        }}
      />
      <Refused refusal={marking.refusal} />
      <span className="nb-print-only">{word}</span>
    </>
  );
};

const Invite = ({ meeting, marking }: { meeting: MeetingView; marking: Marking }) => {
  const [memberId, setMemberId] = useState('');
  return (
    <div className="nb-attendance__invite nb-no-print">
      <Select
        id="invite"
        label="Invite somebody else"
        empty="Choose a member"
        value={memberId}
        choices={meeting.others.map((other) => ({
          value: other.memberId,
          label: `${other.title}, ${other.organisation}`,
        }))}
        onChange={setMemberId}
      />
      <Button
        kind="secondary"
        disabled={memberId === '' || marking.saving}
        onClick={() =>
          void marking
            .mark([{ memberId, state: 'invited', version: 0 }])
            .then((receipt) => (receipt ? setMemberId('') : undefined))
        }
      >
        Invite
      </Button>
    </div>
  );
};

const columnsOf = (meeting: MeetingView): Column<AttendanceLine>[] => [
  {
    key: 'title',
    head: 'Member',
    rowHead: true,
    cell: ({ title, organisation }) => (
      <>
        {title}
        <span className="nb-register__under">{organisation}</span>
      </>
    ),
    csv: ({ title }) => title,
  },
  {
    key: 'sector',
    head: 'Speaks for',
    cell: ({ sector, seat }) => sector ?? <span className="nb-secondary">{seat ? 'No sector' : 'No seat'}</span>,
    csv: ({ sector }) => sector,
  },
  { key: 'roles', head: 'Roles', cell: ({ roles }) => roles, csv: ({ roles }) => roles },
  {
    key: 'state',
    head: 'Attendance',
    cell: (line) => <Attendance line={line} meeting={meeting} />,
    csv: (line) => attendances[line.state].label,
  },
];

/** Who is invited, who comes, and whether enough of the board is there to decide. */
export const AttendanceSection = ({ meeting, illustrative }: { meeting: MeetingView; illustrative: boolean }) => {
  const { today } = useNotice();
  const marking = useMarking(meeting.id);
  const keeps = useMay('meeting.plan') && meeting.live;
  const { attendance, quorum, live, state } = meeting;
  const waiting = attendance.filter((line) => line.state === 'invited');
  const held = state.key === 'open' || meeting.on <= today;
  return (
    <Section
      place="attendance"
      title="Attendance"
      marks={illustrative ? <SourceMark mark="illustrative" /> : null}
      intro={
        live && !held
          ? `${plural(attendance.length, 'member')} invited. Who is there is marked on the day.`
          : quorum.sentence
      }
      links={
        keeps && held && waiting.length > 0 ? (
          <Button
            kind="secondary"
            disabled={marking.saving}
            onClick={() => void marking.mark(waiting.map((line) => ({ ...line, state: 'present' })))}
          >
            Mark all {waiting.length} as present
          </Button>
        ) : undefined
      }
    >
      <Refused refusal={marking.refusal} />
      <DataTable
        caption="Who is invited to the meeting, and whether they come"
        columns={columnsOf(meeting)}
        rows={attendance}
        rowKey={({ memberId }) => memberId}
        csv="attendance"
        empty={<EmptyState>Nobody is invited yet.</EmptyState>}
      />
      {keeps && meeting.others.length > 0 ? <Invite meeting={meeting} marking={marking} /> : null}
    </Section>
  );
};
