import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { makeAppendOnly, undoAppendOnly } from '../append-only';
import { columns } from '../column-types';
import { columnBuilder } from '../tables';

export class CreateEvents1767225600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'events',
        columns: [
          column('stream_id', columns.id, { isPrimary: true }),
          column('seq', columns.integer, { isPrimary: true }),
          column('stream_kind', columns.name),
          column('kind', columns.name),
          column('type', columns.name),
          column('body', columns.text),
          column('previous_hash', columns.hash),
          column('hash', columns.hash),
          column('command_id', columns.key),
          column('occurred_at', columns.instant),
          column('late_after', columns.localDate, { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'ix_events_occurred_at', columnNames: ['occurred_at'] }),
          new TableIndex({
            name: 'ix_events_late_after',
            columnNames: ['late_after'],
            where: '"late_after" IS NOT NULL',
          }),
        ],
      }),
    );
    await makeAppendOnly(queryRunner, 'events');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await undoAppendOnly(queryRunner, 'events');
    await queryRunner.dropTable('events');
  }
}
