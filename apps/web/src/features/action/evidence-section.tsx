import type { EvidenceKind } from '@noticeboard/domain/scales';
import type { ActionView } from '@noticeboard/domain/views/action';
import type { KindLine } from '@noticeboard/domain/views/action-evidence';
import { formatDate, formatNumber, plural } from '@noticeboard/domain/words';
import { useMay } from '../../app/notice.ts';
import { AddEvidenceForm } from '../../components/add-evidence-form.tsx';
import { noEvidence } from '../../components/evidence-draft.ts';
import { EvidenceItem } from '../../components/evidence-item.tsx';
import { FormPanel } from '../../components/form-panel.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';
import { useActsOn } from './use-acts-on.ts';
import { WaiverForm } from './waiver-form.tsx';

/** What of the section is open: the form that adds evidence of a kind, or the one about its waiver. */
type Open = { form: 'add' | 'waive'; kind: EvidenceKind };
type FormKey = `${Open['form']}-${Open['kind']}`;
const keyOf = ({ form, kind }: Open): FormKey => `${form}-${kind}`;

const asks: Readonly<Record<EvidenceKind, string>> = {
  data: 'Figures that moved because of this action.',
  voice: 'What children, young people and families say of it.',
  practice: 'A sample, an audit or an observation that shows it in use.',
  document: 'A plan, a letter, minutes. A document counts for no stage.',
};

const Opens = ({
  open,
  onOpen,
  words,
  of,
}: {
  open: Open;
  onOpen: (form: FormKey) => void;
  words: string;
  of: string;
}) => (
  <button
    type="button"
    className="nb-link-button nb-no-print"
    id={`open-${keyOf(open)}`}
    onClick={() => onOpen(keyOf(open))}
  >
    {words}
    <span className="govuk-visually-hidden">: {of}</span>
  </button>
);

const Waived = ({ waiver }: { waiver: NonNullable<KindLine['waiver']> }) => (
  <p>
    Not asked for: {waiver.reason} <SourceMark mark={waiver.mark} />
    <span className="nb-meta">
      {' '}
      {waiver.by ?? 'Programme office'}, {formatDate(waiver.on)}
    </span>
  </p>
);

const Form = ({ action, open, onDone }: { action: ActionView; open: Open; onDone: () => void }) => {
  const kind = action.evidence.kinds.find((each) => each.kind === open.kind);
  const words = `Action ${action.code} ${action.title}`;
  return (
    <FormPanel
      form={keyOf(open)}
      title={open.form === 'add' ? 'Add evidence' : `Evidence in ${(kind?.label ?? '').toLowerCase()}`}
    >
      {open.form === 'waive' && kind ? (
        <WaiverForm actionId={action.id} kind={kind} onDone={onDone} />
      ) : (
        <AddEvidenceForm
          start={noEvidence(open.kind)}
          links={[{ link: { page: 'actions', id: action.id }, words }]}
          onDone={onDone}
        />
      )}
    </FormPanel>
  );
};

/** What shows the impact of an action: each kind with its items, its waiver, or that it is missing. */
export const EvidenceSection = ({ action, locked }: { action: ActionView; locked: boolean }) => {
  const { open, show, close, warning } = useOpenForm<FormKey>();
  const mayAdd = useMay('evidence.add', action.subject) && !locked;
  const mayWaive = useMay('waiver.record') && !locked;
  const acts = useActsOn(action);
  const { kinds, seen, documents } = action.evidence;
  const formOf = (kind: EvidenceKind) => {
    const form = (['add', 'waive'] as const).find((each) => open === keyOf({ form: each, kind }));
    return form === undefined ? null : <Form key={form} action={action} open={{ form, kind }} onDone={close} />;
  };
  return (
    <div id="evidence">
      {warning}
      <Section
        title="Evidence of impact"
        links={
          <span className="nb-secondary">
            {formatNumber(seen, 0)} of {plural(kinds.length, 'kind')}
          </span>
        }
      >
        {kinds.map((line) => {
          const { kind, label, status, lines, waiver } = line;
          return (
            <div key={kind} className="nb-evidence__kind">
              <div className="nb-evidence__head">
                <h3 className="govuk-heading-s">{label}</h3>
                <StatusTag status={status}>
                  {status.key === 'seen' ? plural(lines.length, 'item') : status.label}
                </StatusTag>
              </div>
              {waiver ? <Waived waiver={waiver} /> : null}
              {status.key === 'missing' ? <p className="nb-secondary">{asks[kind]}</p> : null}
              {lines.length === 0 ? null : (
                <ul className="nb-evidence">
                  {lines.map((each) => (
                    <EvidenceItem key={each.id} line={each} />
                  ))}
                </ul>
              )}
              <p className="nb-evidence__controls">
                {mayAdd ? <Opens open={{ form: 'add', kind }} onOpen={show} words="Add" of={label} /> : null}
                {mayWaive && lines.length === 0 && (waiver !== null || !acts) ? (
                  <Opens
                    open={{ form: 'waive', kind }}
                    onOpen={show}
                    words={waiver ? 'Ask for it again' : 'Waive'}
                    of={label}
                  />
                ) : null}
              </p>
              {formOf(kind)}
            </div>
          );
        })}
        {documents.length > 0 || mayAdd ? (
          <div className="nb-evidence__kind">
            <div className="nb-evidence__head">
              <h3 className="govuk-heading-s">Documents</h3>
            </div>
            {documents.length === 0 ? (
              <p className="nb-secondary">{asks.document}</p>
            ) : (
              <ul className="nb-evidence">
                {documents.map((each) => (
                  <EvidenceItem key={each.id} line={each} />
                ))}
              </ul>
            )}
            {mayAdd ? (
              <p className="nb-evidence__controls">
                <Opens open={{ form: 'add', kind: 'document' }} onOpen={show} words="Add" of="Documents" />
              </p>
            ) : null}
            {formOf('document')}
          </div>
        ) : null}
        <p className="nb-meta">
          All three kinds, or a recorded waiver, before the programme office can say “evidenced”.
        </p>
      </Section>
    </div>
  );
};
