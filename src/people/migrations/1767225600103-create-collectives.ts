import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateCollectives1767225600103 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'collectives',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('name', columns.text),
          column('name_folded', columns.text),
          column('unit_id', columns.id),
          column('version', columns.integer),
        ],
        indices: [
          new TableIndex({ name: 'ix_collectives_unit_id', columnNames: ['unit_id'] }),
          new TableIndex({ name: 'ix_collectives_name_folded', columnNames: ['name_folded', 'id'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('collectives');
  }
}
