import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns, type ColumnBuilder } from '../../platform/persistence';

export class CreatePublicity1767227020000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    for (const table of [plans(column), pieces(column), reports(column)]) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['publicity_reports', 'publicity_pieces', 'publicity_plans'])
      await queryRunner.dropTable(table);
  }
}

function plans(column: ColumnBuilder): Table {
  return new Table({
    name: 'publicity_plans',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('campaign_id', columns.id),
      column('unit_id', columns.id),
      column('unit_path', columns.text),
      column('paper', columns.text, { isNullable: true }),
      column('created_at', columns.instant),
      column('version', columns.integer),
    ],
    uniques: [new TableUnique({ name: 'uq_publicity_plans_campaign_id', columnNames: ['campaign_id'] })],
    indices: [new TableIndex({ name: 'ix_publicity_plans_created_at', columnNames: ['created_at', 'id'] })],
  });
}

function pieces(column: ColumnBuilder): Table {
  return new Table({
    name: 'publicity_pieces',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('plan_id', columns.id),
      column('code', columns.key),
      column('content', columns.text),
      column('duty', columns.text, { isNullable: true }),
      column('channel', columns.name),
      column('charged_unit_id', columns.id, { isNullable: true }),
      column('charged_body', columns.text, { isNullable: true }),
      column('charged_path', columns.text),
      column('cadence', columns.name),
      column('starts_on', columns.localDate, { isNullable: true }),
      column('due_on', columns.localDate),
      column('rule', columns.text, { isNullable: true }),
      column('dropped_at', columns.instant, { isNullable: true }),
      column('drop_reason', columns.hash, { isNullable: true }),
    ],
    uniques: [new TableUnique({ name: 'uq_publicity_pieces_code', columnNames: ['plan_id', 'code'] })],
    indices: [
      new TableIndex({ name: 'ix_publicity_pieces_due_on', columnNames: ['plan_id', 'due_on', 'id'] }),
      new TableIndex({ name: 'ix_publicity_pieces_charged_path', columnNames: ['charged_path'] }),
    ],
  });
}

function reports(column: ColumnBuilder): Table {
  return new Table({
    name: 'publicity_reports',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('piece_id', columns.id),
      column('claim', columns.key, { isNullable: true }),
      column('from_on', columns.localDate),
      column('as_of', columns.localDate),
      column('value', columns.text),
      column('reference', columns.text),
      column('withdrawn_at', columns.instant, { isNullable: true }),
      column('withdrawal', columns.hash, { isNullable: true }),
    ],
    uniques: [new TableUnique({ name: 'uq_publicity_reports_claim', columnNames: ['claim'] })],
    indices: [new TableIndex({ name: 'ix_publicity_reports_piece_id', columnNames: ['piece_id', 'as_of', 'id'] })],
  });
}
