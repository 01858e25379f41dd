import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

type Columns = ReturnType<typeof columnBuilder>;

/** Clusters, who is in them, who leads them. */
export class CreateClusters1767226300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    for (const table of [clusters(column), members(column), heads(column), delegates(column), leaders(column)]) {
      await queryRunner.createTable(table);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of ['leaders', 'delegates', 'heads', 'members']) await queryRunner.dropTable(`cluster_${name}`);
    await queryRunner.dropTable('clusters');
  }
}

function clusters(column: Columns): Table {
  return new Table({
    name: 'clusters',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('code', columns.key),
      column('name', columns.text),
      column('name_folded', columns.text),
      column('period', columns.name),
      column('period_type', columns.name),
      column('starts_on', columns.localDate),
      column('ends_on', columns.localDate),
      column('unit_id', columns.id),
      column('unit_path', columns.text),
      column('closed_on', columns.localDate, { isNullable: true }),
      column('version', columns.integer),
    ],
    uniques: [
      new TableUnique({ name: 'uq_clusters_code_period', columnNames: ['code', 'period'] }),
      new TableUnique({ name: 'uq_clusters_name_period', columnNames: ['unit_id', 'name_folded', 'period'] }),
    ],
    indices: [
      new TableIndex({ name: 'ix_clusters_unit_path', columnNames: ['unit_path'] }),
      new TableIndex({ name: 'ix_clusters_name_folded', columnNames: ['name_folded', 'id'] }),
    ],
  });
}

function members(column: Columns): Table {
  return new Table({
    name: 'cluster_members',
    columns: [...placed(column), ...dated(column)],
    indices: [index('members', 'cluster_id'), index('members', 'unit_id')],
  });
}

function heads(column: Columns): Table {
  return new Table({
    name: 'cluster_heads',
    columns: [...placed(column), column('role', columns.name), ...dated(column), column('paper', columns.text)],
    indices: [index('heads', 'cluster_id')],
  });
}

function delegates(column: Columns): Table {
  return new Table({
    name: 'cluster_delegates',
    columns: [...placed(column), column('person_id', columns.id), ...dated(column), column('paper', columns.text)],
    indices: [index('delegates', 'cluster_id'), index('delegates', 'person_id')],
  });
}

function leaders(column: Columns): Table {
  return new Table({
    name: 'cluster_leaders',
    columns: [
      column('cluster_id', columns.id, { isPrimary: true }),
      column('unit_id', columns.id, { isPrimary: true }),
      column('place', columns.integer),
      column('votes', columns.integer),
      column('of_votes', columns.integer),
      column('review_id', columns.id),
      column('item_id', columns.id),
    ],
    indices: [index('leaders', 'unit_id')],
  });
}

function placed(column: Columns): Table['columns'] {
  return [
    column('id', columns.id, { isPrimary: true }),
    column('cluster_id', columns.id),
    column('unit_id', columns.id),
  ];
}

function dated(column: Columns): Table['columns'] {
  return [column('valid_from', columns.localDate), column('valid_to', columns.localDate, { isNullable: true })];
}

function index(table: string, name: string): TableIndex {
  return new TableIndex({ name: `ix_cluster_${table}_${name}`, columnNames: [name] });
}
