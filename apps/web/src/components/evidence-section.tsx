import { useQuery } from '@tanstack/react-query';
import type { EvidenceLink } from '@noticeboard/domain/views/evidence';
import { evidenceKinds } from '@noticeboard/domain/scales';
import { useMay, useNotice } from '../app/notice.ts';
import { trpc } from '../app/trpc.ts';
import { AddEvidenceForm } from './add-evidence-form.tsx';
import { EmptyState } from './empty-state.tsx';
import { noEvidence } from './evidence-draft.ts';
import { EvidenceItem } from './evidence-item.tsx';
import { FormPanel, OpenForm } from './form-panel.tsx';
import { Section } from './section.tsx';
import { useOpenForm } from './use-open-form.tsx';

const nobody = { memberIds: [], organisation: null };

/**
 * The evidence of one row, by kind, and the form that adds some for whoever may.
 * @param words what the row is called where it is chosen ("Measure 6.1 EHC plans within 20 weeks")
 */
export const EvidenceSection = ({ link, words }: EvidenceLink) => {
  const { input, frame } = useNotice();
  const { data: view } = useQuery(trpc.evidence.about.queryOptions({ ...input, page: link.page, id: link.id }));
  const { open, show, close, warning } = useOpenForm<'evidence'>();
  const mayAdd = useMay('evidence.add', view?.subject ?? nobody) && frame.notice.withdrawnOn === null;
  const lines = view?.lines ?? [];
  return (
    <Section
      title="Evidence"
      links={
        mayAdd ? (
          <OpenForm form="evidence" open={open} onOpen={show}>
            Add evidence
          </OpenForm>
        ) : undefined
      }
    >
      {warning}
      {open === null ? null : (
        <FormPanel form="evidence" title="Add evidence">
          <AddEvidenceForm start={noEvidence('')} links={[{ link, words }]} onDone={close} />
        </FormPanel>
      )}
      {view && lines.length === 0 ? <EmptyState>Nothing is on file yet that shows what changed.</EmptyState> : null}
      {lines.length === 0 ? null : (
        <ul className="nb-evidence">
          {lines.map((line) => (
            <EvidenceItem
              key={line.id}
              line={line}
              under={
                <p className="nb-meta">
                  {evidenceKinds[line.kind].label}: {line.links.map((each) => each.words).join('; ')}
                </p>
              }
            />
          ))}
        </ul>
      )}
    </Section>
  );
};
