import { useState } from 'react';
import { voices, type JudgementRating, type Voice } from '@noticeboard/domain/scales';
import type { JudgedRow, JudgementsView } from '@noticeboard/domain/views/judgements';
import { useNotice } from '../app/notice.ts';
import { trpc } from '../app/trpc.ts';
import { useChange } from '../app/use-change.ts';
import { ChangeForm } from './change-form.tsx';
import { Radios } from './choices.tsx';
import { DateInput } from './date-input.tsx';
import { noDate, readDate } from './date-parts.ts';
import { problemsOf, type Problems } from './problems.ts';
import { Textarea } from './textarea.tsx';
import { optional } from './optional.tsx';

type Said = { rating: JudgementRating; grounds: string };
const nothing = { rating: '', grounds: '' } as const;

const nameOf = ({ kind, code, title }: JudgedRow): string => `${kind === 'area' ? '' : 'Requirement '}${code} ${title}`;

const codes = new Intl.Collator('en-GB', { numeric: true });
const byCode = (a: JudgedRow, b: JudgedRow): number => codes.compare(a.code, b.code);

const ratingId = ({ id }: JudgedRow): string => `rating-${id}`;
const groundsId = ({ id }: JudgedRow): string => `grounds-${id}`;

/** Gives the voices in which the reader may judge some of the rows, in the order of the scale. */
const voicesIn = (rows: readonly JudgedRow[]): Voice[] => {
  const found = new Set(rows.flatMap(({ mine }) => mine));
  return (Object.keys(voices) as Voice[]).filter((voice) => found.has(voice));
};

const lastWords = ({ voices: latest, released }: JudgedRow, voice: Voice): string => {
  const before = latest[voice];
  const last = before === null ? 'Not judged before.' : `Last: ${before.rating.label.toLowerCase()}, ${before.age}.`;
  return released === null ? last : `${last} ${released}.`;
};

/** One area or requirement to judge: the choice, and the grounds of its own. */
const JudgeRow = ({
  row,
  voice,
  scale,
  said,
  problems,
  onChange,
}: {
  row: JudgedRow;
  voice: Voice;
  scale: JudgementsView['scales'][Voice];
  said: Said | typeof nothing;
  problems: Problems;
  onChange: (said: Said) => void;
}) => (
  <div className="nb-judge__row">
    <Radios
      id={ratingId(row)}
      label={nameOf(row)}
      hint={lastWords(row, voice)}
      inline
      small
      value={said.rating}
      choices={scale.map(({ key, label }) => ({ value: key, label }))}
      error={problems[ratingId(row)]}
      onChange={(rating) => onChange({ ...said, rating })}
    />
    {said.rating === '' ? null : (
      <Textarea
        id={groundsId(row)}
        label={
          <>
            Grounds<span className="govuk-visually-hidden"> of {nameOf(row)}</span>
          </>
        }
        value={said.grounds}
        rows={2}
        error={problems[groundsId(row)]}
        onChange={(grounds) => onChange({ ...said, grounds })}
      />
    )}
  </div>
);

/**
 * Judges several areas and requirements at once, in one of the reader's voices: what is not chosen is left as it is.
 * @param meetingId the board or the review that it is given at; null for none
 */
export const JudgementForm = ({
  rows,
  scales,
  meetingId,
  onDone,
}: {
  rows: readonly JudgedRow[];
  scales: JudgementsView['scales'];
  meetingId: string | null;
  onDone: () => void;
}) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.judgement.give.mutationOptions());
  const mine = voicesIn(rows);
  const [voice, setVoice] = useState<Voice | ''>(mine.length === 1 ? (mine[0] ?? '') : '');
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const [common, setCommon] = useState('');
  const [day, setDay] = useState(noDate);
  const [own, setOwn] = useState<Problems>({});
  const read = readDate(day, 'The day of the judgement');
  const problems = problemsOf(['voice', 'grounds', 'on'], own, refusal);
  // By their code: the widest gap may be another one while the form is open.
  const judged = voice === '' ? [] : rows.filter((row) => row.mine.includes(voice)).toSorted(byCode);
  /** What is chosen for a row, in the scale of the voice. */
  const saidOf = ({ id }: JudgedRow): Said | undefined => {
    const each = said[id];
    return voice !== '' && scales[voice].some(({ key }) => key === each?.rating) ? each : undefined;
  };

  const check = (): Problems => {
    if (voice === '') return { voice: 'Choose whose judgement this is.' };
    const chosen = judged.filter((row) => saidOf(row));
    const [first] = judged;
    if (chosen.length === 0 && first) return { [ratingId(first)]: 'Judge at least one of them.' };
    const bare = chosen.filter((row) => {
      const each = saidOf(row);
      return each?.rating !== 'notJudged' && each?.grounds.trim() === '';
    });
    return {
      ...(common.trim() === ''
        ? Object.fromEntries(bare.map((row) => [groundsId(row), `Say what the judgement of ${row.code} rests on.`]))
        : {}),
      ...('error' in read ? { on: read.error } : {}),
    };
  };

  const send = async () => {
    const found = check();
    setOwn(found);
    if (Object.keys(found).length > 0 || voice === '' || 'error' in read) return;
    const judgements = judged.flatMap((row) => {
      const each = saidOf(row);
      if (!each) return [];
      const about = row.kind === 'area' ? { areaId: row.id } : { requirementId: row.id };
      return [{ ...about, rating: each.rating, grounds: each.grounds.trim() === '' ? null : each.grounds }];
    });
    const grounds = common.trim() === '' ? null : common;
    if (await save({ noticeId, voice, on: read.on, meetingId, grounds, judgements })) onDone();
  };

  return (
    <ChangeForm problems={problems} save="Save judgements" saving={saving} onSave={send} onCancel={onDone}>
      {mine.length === 1 ? null : (
        <Radios
          id="voice"
          label="Whose judgement is this"
          inline
          value={voice}
          choices={mine.map((value) => ({ value, label: voices[value].label }))}
          error={problems['voice']}
          onChange={setVoice}
        />
      )}
      {voice === '' ? null : (
        <>
          <Textarea
            id="grounds"
            label="Grounds for all of them"
            hint="What the judgements rest on. Each may have grounds of its own below instead."
            value={common}
            rows={3}
            error={problems['grounds']}
            onChange={setCommon}
          />
          <div className="nb-judge">
            {judged.map((row) => (
              <JudgeRow
                key={row.id}
                row={row}
                voice={voice}
                scale={scales[voice]}
                said={saidOf(row) ?? nothing}
                problems={problems}
                onChange={(next) => setSaid({ ...said, [row.id]: next })}
              />
            ))}
          </div>
          <DateInput
            id="on"
            label={optional('Day')}
            hint="Today, unless you name an earlier day since the notice was issued."
            value={day}
            wrong={'error' in read ? read.part : undefined}
            error={problems['on']}
            onChange={setDay}
          />
        </>
      )}
    </ChangeForm>
  );
};
