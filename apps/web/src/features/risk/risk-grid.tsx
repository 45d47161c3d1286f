import type { RiskCell, RisksView } from '@noticeboard/domain/views/risks';
import { useChangeAddress } from '../../app/address.ts';

/** How dark a cell is, from its place: in grey the darker is the worse, and the count says the rest. */
const depthOf = ({ likelihood, impact }: RiskCell): number => Math.ceil((likelihood * impact) / 5);

const Cell = ({ cell }: { cell: RiskCell }) => {
  const change = useChangeAddress();
  const { likelihood, impact, count, words } = cell;
  return (
    <td className={`nb-risk-grid__cell nb-risk-grid__cell--${depthOf(cell)}`}>
      {count === 0 ? (
        <span className="govuk-visually-hidden">none</span>
      ) : (
        <button
          type="button"
          className="nb-risk-grid__count"
          onClick={() => change({ likelihood: String(likelihood), impact: String(impact), state: undefined })}
        >
          <span aria-hidden="true">{count}</span>
          <span className="govuk-visually-hidden">{words}. Show</span>
        </button>
      )}
    </td>
  );
};

/** The open risks counted by likelihood and impact, the worst at the top right. */
export const RiskGrid = ({ grid }: { grid: RisksView['grid'] }) => (
  <table className="nb-risk-grid">
    <caption className="nb-risk-grid__caption">
      How many open risks there are of each likelihood (rows) and impact (columns)
    </caption>
    <thead>
      <tr>
        <th scope="col">
          <span className="govuk-visually-hidden">Likelihood</span>
        </th>
        {[1, 2, 3, 4, 5].map((impact) => (
          <th key={impact} scope="col">
            <span className={impact === 3 ? 'nb-risk-grid__axis' : 'govuk-visually-hidden'}>Impact </span>
            {impact}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {grid.map(({ likelihood, cells }) => (
        <tr key={likelihood}>
          <th scope="row">
            <span className={likelihood === 3 ? 'nb-risk-grid__axis' : 'govuk-visually-hidden'}>Likelihood </span>
            {likelihood}
          </th>
          {cells.map((cell) => (
            <Cell key={cell.impact} cell={cell} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
