import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns, type ColumnBuilder } from '../../platform/persistence';

export class CreateViolationLists1767226104000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    for (const table of [lists(column), listRows(column)]) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['violation_rows', 'violation_lists']) await queryRunner.dropTable(table);
  }
}

function lists(column: ColumnBuilder): Table {
  return new Table({
    name: 'violation_lists',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('unit_id', columns.id),
      column('unit_path', columns.text),
      column('agency', columns.text),
      column('period_from', columns.localDate),
      column('period_to', columns.localDate),
      column('received_on', columns.localDate),
      column('proof_number', columns.key, { isNullable: true }),
      column('proof_issuer', columns.text, { isNullable: true }),
      column('proof_date', columns.localDate, { isNullable: true }),
      column('erased_at', columns.instant, { isNullable: true }),
      column('version', columns.integer),
    ],
    indices: [
      new TableIndex({ name: 'ix_violation_lists_received_on', columnNames: ['received_on', 'id'] }),
      new TableIndex({ name: 'ix_violation_lists_unit_path', columnNames: ['unit_path'] }),
    ],
  });
}

function listRows(column: ColumnBuilder): Table {
  return new Table({
    name: 'violation_rows',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('list_id', columns.id),
      column('ordinal', columns.integer),
      column('written', columns.hash),
      column('identity_hash', columns.hash, { isNullable: true }),
      column('state', columns.name),
      column('subject_kind', columns.name, { isNullable: true }),
      column('subject_id', columns.id, { isNullable: true }),
      column('outcome', columns.name, { isNullable: true }),
      column('settled_at', columns.instant, { isNullable: true }),
    ],
    indices: [new TableIndex({ name: 'ix_violation_rows_list', columnNames: ['list_id', 'ordinal'] })],
  });
}
