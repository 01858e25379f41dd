import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns } from '../column-types';
import { columnBuilder } from '../tables';

export class CreateProcessedMessages1767225604000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'processed_messages',
        columns: [
          column('consumer', columns.key, { isPrimary: true }),
          column('message_id', columns.key, { isPrimary: true }),
          column('request_hash', columns.hash),
          column('result', columns.text),
          column('created_at', columns.instant),
        ],
        indices: [new TableIndex({ name: 'ix_processed_messages_created_at', columnNames: ['created_at'] })],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('processed_messages');
  }
}
