import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateConsolidations1767226400100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables(queryRunner)) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of tables(queryRunner).reverse()) await queryRunner.dropTable(name);
  }
}

function tables(queryRunner: QueryRunner): Table[] {
  return [consolidations(queryRunner), list(queryRunner), holds(queryRunner)];
}

function consolidations(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'consolidations',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('authority_unit_id', columns.id),
      column('unit_path', columns.text),
      column('campaign_id', columns.id, { isNullable: true }),
      column('tier', columns.name, { isNullable: true }),
      column('number', columns.key, { isNullable: true }),
      column('dated_on', columns.localDate, { isNullable: true }),
      column('signer_title', columns.text, { isNullable: true }),
      column('state', columns.name),
      column('version', columns.integer),
      column('created_at', columns.instant),
    ],
    indices: [
      new TableIndex({ name: 'ix_consolidations_unit_path', columnNames: ['unit_path'] }),
      new TableIndex({ name: 'ix_consolidations_created_at', columnNames: ['created_at', 'id'] }),
    ],
  });
}

function list(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'consolidation_cases',
    columns: [
      column('consolidation_id', columns.id, { isPrimary: true }),
      column('case_id', columns.id, { isPrimary: true }),
      column('ordinal', columns.integer),
    ],
    indices: [
      new TableIndex({ name: 'ix_consolidation_cases_case_id', columnNames: ['case_id'] }),
      new TableIndex({ name: 'ix_consolidation_cases_ordinal', columnNames: ['consolidation_id', 'ordinal'] }),
    ],
  });
}

/** The lists that live: a case stands on one of them. */
function holds(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'consolidation_holds',
    columns: [column('case_id', columns.id, { isPrimary: true }), column('consolidation_id', columns.id)],
    indices: [new TableIndex({ name: 'ix_consolidation_holds_consolidation_id', columnNames: ['consolidation_id'] })],
  });
}
