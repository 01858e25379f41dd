import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateUsers1767225600105 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'users',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('login', columns.key),
          column('person_id', columns.id, { isNullable: true }),
          column('unit_id', columns.id, { isNullable: true }),
          column('email', columns.text, { isNullable: true }),
          column('language', columns.name),
          column('is_disabled', columns.integer),
          column('version', columns.integer),
        ],
        uniques: [new TableUnique({ name: 'uq_users_login', columnNames: ['login'] })],
        indices: [
          new TableIndex({ name: 'ix_users_person_id', columnNames: ['person_id'] }),
          new TableIndex({ name: 'ix_users_unit_id', columnNames: ['unit_id'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('users');
  }
}
