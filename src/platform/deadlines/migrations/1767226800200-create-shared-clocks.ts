import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns } from '../../persistence/column-types';
import { columnBuilder } from '../../persistence/tables';

export class CreateSharedClocks1767226800200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'shared_clocks',
        columns: [column('name', columns.name, { isPrimary: true }), column('ahead_ms', columns.amount)],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('shared_clocks');
  }
}
