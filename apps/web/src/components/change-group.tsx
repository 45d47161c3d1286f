import { useState } from 'react';
import type { Difference } from '@noticeboard/domain/views/difference';
import { plural } from '@noticeboard/domain/words';
import { changeColumns, changeFile } from './change-columns.tsx';
import { CsvLink } from './csv-link.tsx';
import { DataTable } from './data-table.tsx';
import { Section } from './section.tsx';

/** So many tell what an area came to. */
const few = 6;

/**
 * The changes of an area, or those that belong to none, under their heading: the most important, and the rest one click away.
 * @param whole set where the reader chose them, so that all of them are shown
 */
export const ChangeGroup = ({
  id,
  title,
  lines,
  whole = false,
}: {
  id: string;
  title: string;
  lines: readonly Difference[];
  whole?: boolean;
}) => {
  const [all, setAll] = useState(false);
  // One alone is not worth a click.
  const folded = !whole && lines.length > few + 1;
  return (
    <Section
      place={id}
      title={title}
      links={
        <>
          <span>{plural(lines.length, 'change')}</span>
          <CsvLink
            name={`changes-${id}`}
            of={title}
            columns={changeFile}
            rows={lines.map((line) => ({ ...line, area: title }))}
          />
        </>
      }
    >
      <div className="nb-changes">
        <DataTable
          caption={`What changed: ${title}`}
          columns={changeColumns}
          rows={lines}
          few={folded && !all ? few : lines.length}
          rowKey={({ key }) => key}
        />
        {folded ? (
          <button type="button" className="nb-link-button nb-no-print" onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${plural(lines.length, 'change')}`}
            <span className="govuk-visually-hidden"> of {title}</span>
          </button>
        ) : null}
      </div>
    </Section>
  );
};
