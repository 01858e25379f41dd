import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns, type ColumnBuilder } from '../../platform/persistence';

export class CreateReviewQuotas1767226500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(quotas(column));
    await queryRunner.createTable(entries(column));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['review_quota_entries', 'review_quotas']) await queryRunner.dropTable(table);
  }
}

function quotas(column: ColumnBuilder): Table {
  return new Table({
    name: 'review_quotas',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('council_id', columns.id),
      column('campaign_id', columns.id, { isNullable: true }),
      column('tier', columns.name),
      column('places', columns.integer),
      column('tie', columns.name),
      column('woman_first', columns.integer),
      column('open_key', columns.key, { isNullable: true }),
      column('unit_id', columns.id),
      column('unit_path', columns.text),
    ],
    uniques: [new TableUnique({ name: 'uq_review_quotas_open_key', columnNames: ['open_key'] })],
    indices: [
      new TableIndex({ name: 'ix_review_quotas_council_id', columnNames: ['council_id'] }),
      new TableIndex({ name: 'ix_review_quotas_unit_path', columnNames: ['unit_path'] }),
    ],
  });
}

function entries(column: ColumnBuilder): Table {
  return new Table({
    name: 'review_quota_entries',
    columns: [
      column('item_id', columns.id, { isPrimary: true }),
      column('quota_id', columns.id),
      column('review_id', columns.id),
      column('case_id', columns.id),
      column('state', columns.name),
      column('place_number', columns.integer, { isNullable: true }),
      column('waiting_number', columns.integer, { isNullable: true }),
    ],
    uniques: [
      new TableUnique({ name: 'uq_review_quota_entries_place', columnNames: ['quota_id', 'place_number'] }),
      new TableUnique({ name: 'uq_review_quota_entries_waiting', columnNames: ['quota_id', 'waiting_number'] }),
    ],
    indices: [new TableIndex({ name: 'ix_review_quota_entries_review_id', columnNames: ['review_id'] })],
  });
}
