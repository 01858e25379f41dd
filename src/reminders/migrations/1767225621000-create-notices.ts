import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateNotices1767225621000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'notices',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('user_id', columns.id),
          column('delivery_id', columns.id, { isNullable: true }),
          column('kind', columns.name),
          column('subject_kind', columns.name),
          column('subject_id', columns.id),
          column('unit_path', columns.text),
          column('message_vi', columns.text),
          column('message_en', columns.text),
          column('created_at', columns.instant),
          column('read_at', columns.instant, { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'ix_notices_inbox', columnNames: ['user_id', 'created_at', 'id'] }),
          new TableIndex({ name: 'ix_notices_delivery_id', columnNames: ['delivery_id'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('notices');
  }
}
