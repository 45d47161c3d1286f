import { useQuery } from '@tanstack/react-query';
import { plural } from '@noticeboard/domain/words';
import { useNotice } from './notice.ts';
import { trpc } from './trpc.ts';

/** Says which rows of the day looked back to are not as they stood, because what they said was erased by law. */
export const ErasedRows = () => {
  const { input, lookingBack } = useNotice();
  const { data: erased = [] } = useQuery({ ...trpc.notice.erased.queryOptions(input), enabled: lookingBack });
  if (erased.length === 0) return null;
  return (
    <section className="nb-erased" aria-label="Not as it stood">
      <div className="govuk-width-container">
        <p>
          <strong>Not as it stood:</strong> what {plural(erased.length, 'row')} said on this day was erased by law.
        </p>
        <ul>
          {erased.map(({ key, what, shown }) => (
            <li key={key}>
              {what}: {shown}.
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
};
