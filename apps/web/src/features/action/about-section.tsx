import { Link } from '@tanstack/react-router';
import type { ActionView, LinkedAction } from '@noticeboard/domain/views/action';
import { useNotice } from '../../app/notice.ts';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { deliveryInWords } from '../../components/delivery-words.ts';
import { Ownership } from '../../components/ownership.tsx';

const Linked = ({ actions }: { actions: readonly LinkedAction[] }) => {
  const { noticeId } = useNotice();
  if (actions.length === 0) return <span className="nb-secondary">None</span>;
  return (
    <ul className="nb-list-plain">
      {actions.map(({ id, code, title, delivery }) => (
        <li key={id}>
          <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId: id }}>
            {code} {title}
          </Link>{' '}
          <StatusTag status={delivery}>{deliveryInWords({ delivery: delivery.key, days: delivery.days })}</StatusTag>
        </li>
      ))}
    </ul>
  );
};

/** Whose an action is, what success looks like, and what it hangs on. */
export const AboutSection = ({ action, locked }: { action: ActionView; locked: boolean }) => {
  const { id, about, source, subject } = action;
  return (
    <Section title="About this action" marks={<SourceMark mark={source.mark} />}>
      <SummaryList
        rows={[
          {
            name: 'Lead',
            value: (
              <>
                {about.lead ?? <StatusTag status={{ label: 'No lead', tone: 'none' }} />}
                <Ownership
                  row={{ kind: 'action', id }}
                  subject={subject}
                  cover={about.cover}
                  offer={about.offer}
                  locked={locked}
                />
              </>
            ),
          },
          { name: 'Deputy', value: about.deputy ?? <span className="nb-secondary">None</span> },
          { name: 'Accountable', value: about.accountable ?? <span className="nb-secondary">None named</span> },
          { name: 'Organisation', value: about.organisation },
          { name: 'Success looks like', value: about.success ?? <span className="nb-secondary">Not written yet</span> },
          { name: 'Depends on', value: <Linked actions={about.dependsOn} /> },
          { name: 'Waits for this', value: <Linked actions={about.blocks} /> },
        ]}
      />
    </Section>
  );
};
