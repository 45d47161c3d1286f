import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FrozenLine, PacksView } from '@noticeboard/domain/views/packs';
import type { PackSection } from '@noticeboard/domain/scales';
import { useMay, useNotice } from '../app/notice.ts';
import { trpc } from '../app/trpc.ts';
import { useChange } from '../app/use-change.ts';
import { Button } from './button.tsx';
import { Columns } from './columns.tsx';
import { Checkboxes } from './choices.tsx';
import { Details } from './details.tsx';
import { EmptyState } from './empty-state.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { problemsOf } from './problems.ts';
import { Section } from './section.tsx';
import { Skeleton } from './skeleton.tsx';
import { SummaryList } from './summary-list.tsx';

/** Where a frozen document is served as it was kept. */
const documentAddress = (noticeId: string, frozenId: string): string =>
  `/api/notices/${noticeId}/documents/${frozenId}`;

const Links = ({ pack: { id, title }, makesPdf }: { pack: FrozenLine; makesPdf: boolean }) => {
  const { noticeId } = useNotice();
  const address = documentAddress(noticeId, id);
  return (
    <ul className="nb-packs__links nb-no-print">
      <li>
        <a className="govuk-link" href={address}>
          {makesPdf ? 'Open' : 'Open to print or save as PDF'}
          <span className="govuk-visually-hidden">: {title}</span>
        </a>
      </li>
      {makesPdf ? (
        <li>
          <a className="govuk-link" href={`${address}/pdf`} download>
            Download PDF<span className="govuk-visually-hidden">: {title}</span>
          </a>
        </li>
      ) : null}
      <li>
        <Link className="govuk-link" to="/n/$noticeId/packs/$frozenId/since" params={{ noticeId, frozenId: id }}>
          Since the pack<span className="govuk-visually-hidden">: {title}</span>
        </Link>
      </li>
    </ul>
  );
};

const Pack = ({ pack, makesPdf }: { pack: FrozenLine; makesPdf: boolean }) => {
  const { title, at, by, position, size, sections, erased, hash, head, fileHash } = pack;
  return (
    <li className="nb-packs__pack">
      <h3 className="govuk-heading-s">{title}</h3>
      <p>
        Frozen by {by} on {at}, from {position} of the ledger{size === null ? '' : `. ${size}`}.
      </p>
      {erased === null ? <Links pack={pack} makesPdf={makesPdf} /> : <p>{erased} That it was frozen stands.</p>}
      <Details summary="What it holds, and how to check it">
        <SummaryList
          rows={[
            { name: 'Holds', value: sections.join('; ') },
            { name: 'Hash of the ledger', value: <code className="nb-packs__hash">{hash}</code> },
            { name: 'SHA-256 of the page', value: fileHash && <code className="nb-packs__hash">{fileHash}</code> },
            { name: 'To check', value: <code className="nb-packs__hash">pnpm noticeboard verify --head {head}</code> },
          ]}
        />
      </Details>
    </li>
  );
};

type Next = NonNullable<PacksView['next']>;

const FreezeForm = ({ meetingId, next }: { meetingId: string; next: Next }) => {
  const { noticeId } = useNotice();
  const { number, position, keyPoints, warnings } = next;
  const [sections, choose] = useState<PackSection[]>(
    next.sections.filter(({ chosen }) => chosen).map(({ section }) => section),
  );
  const { save, saving, refusal } = useChange(trpc.pack.freeze.mutationOptions());
  const problems = problemsOf(['sections'], {}, refusal);
  return (
    <form
      className="nb-form nb-no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save({ noticeId, meetingId, number, sections });
      }}
    >
      <h3 className="govuk-heading-s">{number === 1 ? 'Freeze the pack' : `Freeze pack ${number}`}</h3>
      <ErrorSummary problems={problems} />
      {warnings.map((warning) => (
        <p key={warning} className="nb-packs__warning">
          {warning}
        </p>
      ))}
      <Checkboxes
        id="sections"
        label="What it holds"
        hint={`The cover comes first: what is asked of the meeting, and ${
          keyPoints.length === 0 ? 'no key point, since none was set' : `its key points (${keyPoints.length})`
        }.`}
        error={problems['sections']}
        small
        value={sections}
        choices={next.sections.map(({ section, label, holds }) => ({
          value: section,
          label: (
            <>
              {label} <span className="nb-secondary">{holds}</span>
            </>
          ),
        }))}
        onChange={choose}
      />
      <Button type="submit" disabled={saving}>
        Freeze pack {number}
      </Button>
      <p className="nb-secondary">
        It is made {position} of the ledger, and stays as it is whatever is recorded later.
      </p>
    </form>
  );
};

/** The packs of a meeting: those that were frozen, each as it was, and the form that freezes the next one. */
export const PacksSection = ({ meetingId }: { meetingId: string }) => {
  const { input } = useNotice();
  const mayFreeze = useMay('pack.freeze');
  const { data: view } = useQuery(trpc.pack.list.queryOptions({ ...input, meetingId }));
  if (!view)
    return (
      <Section place="pack" title="Pack">
        <Skeleton rows={3} height={40} />
      </Section>
    );
  const { packs, next, makesPdf } = view;
  return (
    <Section place="pack" title="Pack">
      <Columns>
        {packs.length === 0 ? (
          <EmptyState>
            {next ? 'No pack has been frozen for this meeting yet.' : 'No pack was frozen for this meeting.'}
          </EmptyState>
        ) : (
          <ul className="nb-packs">
            {packs.map((pack) => (
              <Pack key={pack.id} pack={pack} makesPdf={makesPdf} />
            ))}
          </ul>
        )}
        {next && mayFreeze ? <FreezeForm key={next.number} meetingId={meetingId} next={next} /> : null}
      </Columns>
    </Section>
  );
};
