import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreatePreferences1767226800100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'reminder_preferences',
        columns: [
          column('user_id', columns.id, { isPrimary: true }),
          column('language', columns.name, { isNullable: true }),
          column('mail', columns.name, { isNullable: true }),
          column('quiet_from', columns.name, { isNullable: true }),
          column('quiet_to', columns.name, { isNullable: true }),
          column('updated_at', columns.instant),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('reminder_preferences');
  }
}
