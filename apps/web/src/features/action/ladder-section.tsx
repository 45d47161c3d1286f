import type { ActionView } from '@noticeboard/domain/views/action';
import { FiguresCsv, FiguresTable } from '../../components/figures.tsx';
import { Section } from '../../components/section.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { SlipLadder } from './slip-ladder.tsx';

/** How the due date moved, drawn and as a table; its title is the message. */
export const LadderSection = ({ action: { code, dates } }: { action: ActionView }) => {
  const { title, table } = dates.ladder;
  return (
    <Section title={title}>
      <Tabs
        id="ladder"
        title={`${table.caption}: chart or table`}
        tabs={[
          { key: 'chart', label: 'Chart', panel: <SlipLadder ladder={dates.ladder} /> },
          { key: 'table', label: 'Table', panel: <FiguresTable table={table} /> },
        ]}
        beside={<FiguresCsv name={`action-${code}-dates`} table={table} />}
      />
    </Section>
  );
};
