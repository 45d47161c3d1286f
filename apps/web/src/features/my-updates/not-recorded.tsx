import { Button } from '../../components/button.tsx';
import { Section } from '../../components/section.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { untouched, type Row } from './body.ts';
import { elementId, type Desk } from './desk.ts';
import { nameOf } from './row-parts.tsx';
import { typedOf } from './typed-words.ts';

/** What was typed on rows that can't be reported on here any more: it is recorded nowhere, and stays to be copied. */
export const NotRecorded = ({ desk, rows }: { desk: Desk; rows: readonly Row[] }) =>
  rows.length === 0 ? null : (
    <Section title="Not recorded">
      <p>
        What you typed here was not recorded: somebody reported on it before you, or{' '}
        {desk.noticeId === null ? 'this link opens it no more' : 'it is due from you no more'}. It stands on this page
        alone. Copy it if {desk.noticeId === null ? 'the programme office' : 'its owner or the programme office'} is to
        know it.
      </p>
      <ul className="nb-list-plain nb-dues">
        {rows.map((row) => (
          <li key={row.key} className="nb-due" id={elementId(row)} tabIndex={-1}>
            <h3 className="nb-due__title">{nameOf(row)}</h3>
            <SummaryList rows={typedOf(row, desk.bodies.read(row.key) ?? untouched(row))} />
            <Button kind="secondary" onClick={() => desk.bodies.put(row.key, null)}>
              Put away<span className="govuk-visually-hidden">: {nameOf(row)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
