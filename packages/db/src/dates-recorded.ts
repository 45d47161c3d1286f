import type { Action } from '@noticeboard/domain/action';
import { endOfLondonDay, londonDay } from '@noticeboard/domain/calendar';
import type { Instant, IsoDate } from '@noticeboard/domain/fields';
import type { DatesRecorded } from '@noticeboard/domain/rules/expected-dates';
import type { Connection } from './database.ts';
import { run } from './statement.ts';
import { rowOf } from './upcasters.ts';

type Found = { entityId: string; at: Instant; rowText: string; schemaVersion: number };

const selectDates = `select entry.entity_id as "entityId", entry.at, entry.row_text as "rowText",
    entry.schema_version as "schemaVersion"
  from ledger_entry entry
  where entry.chain = ? and entry.entity = 'action' and entry.kind <> 'redaction' and entry.row_text is not null
    and entry.at < ?`;

const sameDates = (a: DatesRecorded, b: DatesRecorded): boolean =>
  a.originalDue === b.originalDue && a.currentDue === b.currentDue && a.forecast === b.forecast && a.stage === b.stage;

/**
 * Reads how the dates and the stage of actions stood after each change of them, by action, oldest first. What touched neither is
 * left out, and so is what was redacted.
 * @param until the last day in London that is read
 * @param actionId the one action that is asked for; all of the notice where it is left out
 */
export async function readDatesRecorded(
  connection: Connection,
  noticeId: string,
  until: IsoDate,
  actionId?: string,
): Promise<Map<string, DatesRecorded[]>> {
  const one = actionId === undefined ? [] : [actionId];
  const { rows } = await run<Found>(
    connection,
    `${selectDates}${one.length === 0 ? '' : ' and entry.entity_id = ?'} order by entry.seq`,
    [noticeId, endOfLondonDay(until), ...one],
  );
  const histories = new Map<string, DatesRecorded[]>();
  for (const { entityId, at, rowText, schemaVersion } of rows) {
    const { originalDue, currentDue, forecast, stage } = rowOf('action', rowText, schemaVersion) as unknown as Action;
    const recorded = { actionId: entityId, on: londonDay(at), originalDue, currentDue, forecast, stage };
    const history = histories.get(entityId) ?? [];
    const before = history.at(-1);
    if (!before || !sameDates(before, recorded)) histories.set(entityId, [...history, recorded]);
  }
  return histories;
}
