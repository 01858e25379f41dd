import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns } from '../column-types';
import { columnBuilder } from '../tables';

export class CreateLeases1767225605000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'leases',
        columns: [
          column('name', columns.name, { isPrimary: true }),
          column('holder', columns.key),
          column('expires_at', columns.instant),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('leases');
  }
}
