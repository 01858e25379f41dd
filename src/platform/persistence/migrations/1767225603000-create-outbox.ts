import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns } from '../column-types';
import { columnBuilder } from '../tables';

export class CreateOutbox1767225603000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'outbox',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('job', columns.name),
          column('payload', columns.text),
          column('dedupe_key', columns.key, { isNullable: true }),
          column('available_at', columns.instant),
          column('created_at', columns.instant),
          column('claimed_at', columns.instant, { isNullable: true }),
          column('claimed_by', columns.key, { isNullable: true }),
          column('attempts', columns.integer, { default: 0 }),
          column('last_error', columns.text, { isNullable: true }),
          column('dispatched_at', columns.instant, { isNullable: true }),
          column('done_at', columns.instant, { isNullable: true }),
          column('dead_at', columns.instant, { isNullable: true }),
        ],
        uniques: [new TableUnique({ name: 'uq_outbox_dedupe_key', columnNames: ['dedupe_key'] })],
        indices: [
          new TableIndex({
            name: 'ix_outbox_pending',
            columnNames: ['available_at', 'id'],
            where: '"dispatched_at" IS NULL',
          }),
          new TableIndex({
            name: 'ix_outbox_in_flight',
            columnNames: ['dispatched_at'],
            where: '"done_at" IS NULL AND "dead_at" IS NULL',
          }),
          new TableIndex({ name: 'ix_outbox_done_at', columnNames: ['done_at'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('outbox');
  }
}
