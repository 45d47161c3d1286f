import type { Difference } from '@noticeboard/domain/views/difference';
import { plural } from '@noticeboard/domain/words';
import { changeColumns, changeFile } from './change-columns.tsx';
import { CsvLink } from './csv-link.tsx';
import { DataTable } from './data-table.tsx';
import { Section } from './section.tsx';

/** The changes of an area, or those that belong to none, under their heading. */
export const ChangeGroup = ({ id, title, lines }: { id: string; title: string; lines: readonly Difference[] }) => (
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
      <DataTable caption={`What changed: ${title}`} columns={changeColumns} rows={lines} rowKey={({ key }) => key} />
    </div>
  </Section>
);
