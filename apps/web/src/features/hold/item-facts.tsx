import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { drawSmall } from '@noticeboard/domain/drawing/small';
import { deliveries, impacts, keysOf } from '@noticeboard/domain/scales';
import type { ItemFacts } from '@noticeboard/domain/views/item-facts';
import { formatDate, formatNumber, plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { Drawn } from '../../components/drawn.tsx';
import { decisionInWords, moveDays } from '../../components/move-words.ts';
import { SlipLadder } from '../../components/slip-ladder.tsx';
import { SourceMark, Marks } from '../../components/source-mark.tsx';
import { DirectionTag, StatusTag } from '../../components/status-tag.tsx';

type Of<Kind extends ItemFacts['kind']> = Extract<ItemFacts, { kind: Kind }>;

/** A few figures side by side, large. */
const Figures = ({ rows }: { rows: readonly { name: string; value: ReactNode; strong?: boolean }[] }) => (
  <dl className="nb-hold__figures">
    {rows.map(({ name, value, strong }) => (
      <div key={name} className={strong === true ? 'nb-hold__figure nb-hold__figure--strong' : 'nb-hold__figure'}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

const Said = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="nb-hold__said">
    <h3>{name}</h3>
    <p>{children}</p>
  </div>
);

const slipInWords = ({ days, times }: { days: number; times: number }): string =>
  times === 0 && days === 0
    ? 'Not moved before'
    : `${days < 0 ? '−' : '+'}${plural(Math.abs(days), 'day')}, moved ${plural(times, 'time')}`;

const DateChange = ({ facts: { action, request, ladder } }: { facts: Of<'dateChange'> }) => (
  <>
    <p className="nb-hold__of">
      {action.title}. {action.lead ?? 'No lead'}, {action.organisation}
    </p>
    <Figures
      rows={[
        { name: 'Original', value: formatDate(action.originalDue) },
        { name: 'Due now', value: formatDate(action.currentDue) },
        {
          name: 'Asked for',
          value: (
            <>
              {formatDate(request.to)} <small>{moveDays(request)}</small>
            </>
          ),
          strong: true,
        },
        { name: 'Forecast', value: action.forecast === null ? 'None' : formatDate(action.forecast) },
      ]}
    />
    <SlipLadder ladder={ladder} />
    <p className="nb-hold__slip">Slipped so far: {slipInWords(action.slip)}.</p>
    {request.state.key === 'asked' ? null : <p>{decisionInWords(request)}</p>}
    <Said name="Why">{request.reason}</Said>
    <Said name="What it does">{request.effect ?? 'Not said.'}</Said>
    <p className="nb-meta">
      Asked by {request.askedBy}, {formatDate(request.askedOn)} <SourceMark mark={request.mark} />
    </p>
  </>
);

const Action = ({ facts: { action, evidence, missing, success } }: { facts: Of<'action'> }) => (
  <>
    <p className="nb-hold__of">
      {action.title}. {action.lead ?? 'No lead'}, {action.organisation}
    </p>
    <Figures
      rows={[
        { name: 'Stage', value: action.stageLabel, strong: true },
        { name: 'Delivery, computed', value: <StatusTag status={action.delivery} /> },
        {
          name: 'Declared by the lead',
          value: action.declared === null ? 'Nothing' : <StatusTag status={action.declared.status} />,
        },
        { name: 'Due', value: formatDate(action.currentDue) },
      ]}
    />
    <p>
      {action.delivery.reason}
      {action.differs ? ' What the lead declares and what is computed differ.' : ''}
    </p>
    {action.declared === null ? null : (
      <Said name={`The lead, ${formatDate(action.declared.on)}`}>{action.declared.words}</Said>
    )}
    <h3>Evidence of impact</h3>
    <ul className="nb-hold__evidence">
      {evidence.map(({ label, status, captions }) => (
        <li key={label}>
          <StatusTag status={status}>
            {label}: {status.label.toLowerCase()}
          </StatusTag>
          {captions.length === 0 ? null : <span>{captions.join('; ')}</span>}
        </li>
      ))}
    </ul>
    {missing.length === 0 ? null : <Said name="What it lacks to be assured">{missing.join(' ')}</Said>}
    {success === null ? null : <Said name="It succeeds when">{success}</Said>}
  </>
);

const Measure = ({ facts: { measure, explained } }: { facts: Of<'measure'> }) => (
  <>
    <p className="nb-hold__message">{measure.message}</p>
    <p className="nb-hold__of">
      {measure.code} {measure.title}. {measure.read}. {measure.owner?.title ?? 'No owner'}
    </p>
    <Figures
      rows={[
        {
          name: measure.latest === null ? 'Latest' : measure.latest.period,
          value:
            measure.latest === null ? (
              'No reading'
            ) : (
              <>
                {measure.latest.words} <Marks source={measure.latest.source} />
              </>
            ),
          strong: true,
        },
        {
          name: measure.target === null ? 'Target' : `Target ${measure.target.at}`,
          value: measure.target === null ? 'None' : measure.target.words,
        },
        { name: 'Impact', value: <StatusTag status={measure.impact} /> },
        {
          name: 'Direction',
          value: <DirectionTag label={measure.direction.label} moves={measure.direction.moves} />,
        },
      ]}
    />
    {measure.chart === null ? null : (
      <div className="nb-hold__chart">
        <Drawn shape={drawSmall(measure.chart)} />
      </div>
    )}
    {explained === null ? null : (
      <>
        <Said name={`Why, ${formatDate(explained.on)}`}>{explained.reason}</Said>
        <Said name={`What is done, by ${formatDate(explained.byWhen)}`}>{explained.action}</Said>
      </>
    )}
  </>
);

const Question = ({ facts: { about, question }, title }: { facts: Of<'question'>; title: string }) => (
  <>
    <p className="nb-hold__of">{about}</p>
    {title.includes(question.question) ? null : <p className="nb-hold__message">{question.question}</p>}
    <p>
      <StatusTag status={question.state} /> {question.askedBy} asked {question.to} on {formatDate(question.askedOn)}.{' '}
      {question.state.reason}
    </p>
    {question.answer === null ? (
      <Said name="Answer">There is none yet.</Said>
    ) : (
      <Said name={`${question.answer.by}, ${formatDate(question.answer.on)}`}>{question.answer.words}</Said>
    )}
  </>
);

const Requirement = ({ facts }: { facts: Of<'requirement'> }) => (
  <>
    <p className="nb-hold__of">
      Requirement {facts.code}, {facts.title}. {facts.owner ?? 'No owner'}
    </p>
    <p>
      <StatusTag status={facts.state} pill /> {facts.state.reason}
    </p>
    <Said name="What the notice says">{facts.text}</Said>
  </>
);

const countsOf = <K extends string>(
  scale: Readonly<Record<K, { label: string }>>,
  counts: Readonly<Record<K, number>>,
): string =>
  keysOf(scale)
    .filter((key) => counts[key] > 0)
    .map((key) => `${formatNumber(counts[key], 0)} ${scale[key].label.toLowerCase()}`)
    .join(', ') || 'none';

const Area = ({ facts }: { facts: Of<'area'> }) => (
  <>
    <p className="nb-hold__of">
      Area {facts.number}, {facts.title}. {facts.sponsor ?? 'No sponsor'}
    </p>
    <Said name="Delivery of its actions">{countsOf(deliveries, facts.delivery)}</Said>
    <Said name="Impact by its measures">{countsOf(impacts, facts.impact)}</Said>
    {facts.worst === null ? null : (
      <Said name="Its worst">
        <StatusTag status={facts.worst.status} /> {facts.worst.subject.code} {facts.worst.subject.title}
      </Said>
    )}
    <Said name="What the inspectors found">{facts.statement}</Said>
  </>
);

const pages = {
  actions: { to: '/n/$noticeId/actions/$actionId', words: 'Open the action' },
  measures: { to: '/n/$noticeId/measures/$measureId', words: 'Open the measure' },
  requirements: { to: '/n/$noticeId/requirements/$requirementId', words: 'Open the requirement' },
  areas: { to: '/n/$noticeId/areas/$areaId', words: 'Open the area' },
} as const;

/** Leads to the whole of what the item is about, beside the meeting in a tab of its own. */
const More = ({ facts }: { facts: ItemFacts }) => {
  const { noticeId } = useNotice();
  if (facts.kind === 'none' || facts.link === null) return null;
  const { page, id } = facts.link;
  return (
    <p className="nb-no-print">
      <Link
        to={pages[page].to}
        params={{ noticeId, actionId: id, measureId: id, requirementId: id, areaId: id }}
        target="_blank"
      >
        {pages[page].words} (opens in a new tab)
      </Link>
    </p>
  );
};

const Known = ({ facts, title }: { facts: ItemFacts; title: string }) => {
  if (facts.kind === 'dateChange') return <DateChange facts={facts} />;
  if (facts.kind === 'action') return <Action facts={facts} />;
  if (facts.kind === 'measure') return <Measure facts={facts} />;
  if (facts.kind === 'question') return <Question facts={facts} title={title} />;
  if (facts.kind === 'requirement') return <Requirement facts={facts} />;
  return facts.kind === 'area' ? <Area facts={facts} /> : null;
};

/**
 * What the board needs to know of an item, in type that is read across the room.
 * @param title what stands above it already
 */
export const ItemFactsOf = ({ facts, title }: { facts: ItemFacts; title: string }) => (
  <div className="nb-hold__facts">
    <Known facts={facts} title={title} />
    <More facts={facts} />
  </div>
);
