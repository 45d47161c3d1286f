import type { HoldItem, HoldView } from '@noticeboard/domain/views/hold';
import { plural } from '@noticeboard/domain/words';
import { StatusTag } from '../../components/status-tag.tsx';

const EntryOf = ({ item, current, onGo }: { item: HoldItem; current: boolean; onGo: () => void }) => {
  const last = item.records.at(-1);
  return (
    <li>
      <button
        type="button"
        className={current ? 'nb-hold__entry nb-hold__entry--current' : 'nb-hold__entry'}
        aria-current={current ? 'step' : undefined}
        onClick={onGo}
      >
        <span className="nb-hold__number">{item.number}</span>
        <span>
          <span className="nb-hold__entry-title">{item.title}</span>
          {last ? (
            <StatusTag status={last.outcome} quiet>
              <span aria-hidden="true">✓ </span>
              {last.outcome.label}
            </StatusTag>
          ) : (
            <span className="nb-secondary">{item.askLabel}</span>
          )}
        </span>
      </button>
    </li>
  );
};

/** The agenda at the side: what is done and what is left. */
export const AgendaSide = ({
  hold: { items, done },
  currentId,
  onGo,
}: {
  hold: HoldView;
  currentId: string | null;
  onGo: (itemId: string) => void;
}) => (
  <nav className="nb-hold__agenda" aria-label="Agenda">
    <p className="nb-hold__progress">
      <progress value={done} max={Math.max(1, items.length)} aria-label="Items with an outcome" />
      {done === items.length
        ? 'All items have an outcome'
        : `${done} done, ${plural(items.length - done, 'item')} left`}
    </p>
    <ol className="nb-list-plain">
      {items.map((item) => (
        <EntryOf key={item.id} item={item} current={item.id === currentId} onGo={() => onGo(item.id)} />
      ))}
    </ol>
  </nav>
);
