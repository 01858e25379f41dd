import { Column, Index, TableIndex, type TableColumn } from 'typeorm';
import { columns } from './column-types';
import { column } from './tables';
import type { Dialect } from './unit-of-work.port';

/**
 * What every table of a workflow has beside its id; written only by the runner.
 * An entity holds it as `@Column(() => WorkflowColumns, { prefix: false }) workflow: WorkflowColumns`.
 */
export class WorkflowColumns {
  /** `campaign@1`. */
  @Column(columns.name)
  definition: string;

  /** Hash of that definition when the row was last written. */
  @Column(columns.hash)
  definitionHash: string;

  /** Path of the state, `underway.registering`. */
  @Column(columns.name)
  state: string;

  /** Done when the state is final. */
  @Column(columns.name)
  status: 'active' | 'done';

  /** Canonical JSON: the truth of the process. Other columns are its projection. */
  @Column(columns.text)
  snapshot: string;

  /** Goes up by one with each accepted command; guards every write. */
  @Column(columns.integer)
  version: number;

  /** Seq and hash of the last event of the instance. */
  @Column(columns.integer)
  eventSeq: number;

  @Column(columns.hash)
  eventHash: string;

  /** The unit that the instance belongs to, and its path in the tree, `/a/b/`: scopes are prefixes of it. */
  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;

  @Column(columns.instant)
  createdAt: string;

  @Column(columns.instant)
  updatedAt: string;
}

/** The columns of `WorkflowColumns` and the id, for the migration that makes a workflow's table. */
export function workflowColumns(dialect: Dialect): TableColumn[] {
  return [
    column(dialect, 'id', columns.id, { isPrimary: true }),
    column(dialect, 'definition', columns.name),
    column(dialect, 'definition_hash', columns.hash),
    column(dialect, 'state', columns.name),
    column(dialect, 'status', columns.name),
    column(dialect, 'snapshot', columns.text),
    column(dialect, 'version', columns.integer),
    column(dialect, 'event_seq', columns.integer),
    column(dialect, 'event_hash', columns.hash),
    column(dialect, 'unit_id', columns.id),
    column(dialect, 'unit_path', columns.text),
    column(dialect, 'created_at', columns.instant),
    column(dialect, 'updated_at', columns.instant),
  ];
}

/** The indexes that lists and scopes need, for the migration; the entity has `@WorkflowIndexes(table)`. */
export function workflowIndexes(table: string): TableIndex[] {
  return [
    new TableIndex({ name: `ix_${table}_state`, columnNames: ['state'] }),
    new TableIndex({ name: `ix_${table}_unit_path`, columnNames: ['unit_path'] }),
  ];
}

/** Declares the same indexes on an entity that holds its columns in the property `workflow`. */
export function WorkflowIndexes(table: string): ClassDecorator {
  return (entity) => {
    Index(`ix_${table}_state`, ['workflow.state'])(entity);
    Index(`ix_${table}_unit_path`, ['workflow.unitPath'])(entity);
  };
}
