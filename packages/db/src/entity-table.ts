/** How the row of each entity is laid out over its table and its link tables. */
import { account, type Account } from '@noticeboard/domain/account';
import { entities, type Entity, type Rows } from '@noticeboard/domain/plan';

/** The entities of a notice's chain, and the account of the installation's. */
export type LedgerEntity = Entity | 'account';
export type LedgerRows = Rows & { account: Account };
export type LedgerRow = LedgerRows[LedgerEntity];

export const schemas = { ...entities, account };
export const ledgerEntities = Object.keys(schemas) as LedgerEntity[];

type Link = { field: string; table: string; owner: string; linked: string };

const links: Partial<Record<LedgerEntity, Link[]>> = {
  requirement: [{ field: 'measureIds', table: 'requirement_measure', owner: 'requirement_id', linked: 'measure_id' }],
  measure: [{ field: 'balancedByIds', table: 'measure_balance', owner: 'measure_id', linked: 'balanced_by_id' }],
  action: [
    { field: 'areaIds', table: 'action_area', owner: 'action_id', linked: 'area_id' },
    { field: 'requirementIds', table: 'action_requirement', owner: 'action_id', linked: 'requirement_id' },
    { field: 'measureIds', table: 'action_measure', owner: 'action_id', linked: 'measure_id' },
    { field: 'dependsOnIds', table: 'action_dependency', owner: 'action_id', linked: 'depends_on_id' },
  ],
  evidence: [
    { field: 'actionIds', table: 'evidence_action', owner: 'evidence_id', linked: 'action_id' },
    { field: 'measureIds', table: 'evidence_measure', owner: 'evidence_id', linked: 'measure_id' },
    { field: 'requirementIds', table: 'evidence_requirement', owner: 'evidence_id', linked: 'requirement_id' },
    { field: 'areaIds', table: 'evidence_area', owner: 'evidence_id', linked: 'area_id' },
  ],
  focus: [{ field: 'actionIds', table: 'focus_action', owner: 'focus_id', linked: 'action_id' }],
  areaReport: [{ field: 'evidenceIds', table: 'area_report_evidence', owner: 'area_report_id', linked: 'evidence_id' }],
  risk: [
    { field: 'areaIds', table: 'risk_area', owner: 'risk_id', linked: 'area_id' },
    { field: 'actionIds', table: 'risk_action', owner: 'risk_id', linked: 'action_id' },
  ],
};

const lists: Partial<Record<LedgerEntity, string[]>> = {
  notice: ['checkpointMonths', 'remindLateOn', 'quorumSectors'],
  member: ['roles'],
  meeting: ['sections', 'keyPoints'],
  frozen: ['sections'],
};

const snake = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export type EntityTable = {
  entity: LedgerEntity;
  name: string;
  /** The fields kept as columns of the table, in the order of the statements' parameters. */
  fields: string[];
  /** Those of them that are lists, kept as JSON text. */
  lists: string[];
  links: Link[];
  /** Inserts a row; changes nothing where its id is taken. */
  insert: string;
  /** Updates a row that has the version in the last parameter. */
  update: string;
  /** Selects the columns under the names of their fields; a `where` may follow. */
  select: string;
  /** The condition on the key, as parameters `noticeId, id` (an account: `id`). */
  key: string;
};

function entityTable(entity: LedgerEntity): EntityTable {
  const name = snake(entity);
  const ownLinks = links[entity] ?? [];
  const fields = Object.keys(schemas[entity].shape).filter((field) => !ownLinks.some((link) => link.field === field));
  const columns = [...fields.map(snake), 'recorded_at', 'recorded_by'];
  const key = entity === 'account' ? ['id'] : ['notice_id', 'id'];
  const keyed = key.map((column) => `${column} = ?`).join(' and ');
  const selected = [...fields, 'recordedAt', 'recordedBy'].map((field) => `"${snake(field)}" as "${field}"`);
  return {
    entity,
    name,
    fields,
    lists: lists[entity] ?? [],
    links: ownLinks,
    insert: `insert into "${name}" (${columns.map((column) => `"${column}"`).join(', ')})
      values (${columns.map(() => '?').join(', ')}) on conflict (${key.join(', ')}) do nothing`,
    update: `update "${name}" set ${columns.map((column) => `"${column}" = ?`).join(', ')} where ${keyed} and version = ?`,
    select: `select ${selected.join(', ')} from "${name}"`,
    key: keyed,
  };
}

export const entityTables = Object.fromEntries(ledgerEntities.map((entity) => [entity, entityTable(entity)])) as Record<
  LedgerEntity,
  EntityTable
>;
