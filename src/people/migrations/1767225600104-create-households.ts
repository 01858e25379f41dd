import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateHouseholds1767225600104 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'households',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('head_name', columns.text),
          column('head_name_folded', columns.text),
          column('address', columns.text),
          column('unit_id', columns.id),
          column('erased_at', columns.instant, { isNullable: true }),
          column('version', columns.integer),
        ],
        indices: [
          new TableIndex({ name: 'ix_households_unit_id', columnNames: ['unit_id'] }),
          new TableIndex({ name: 'ix_households_head_name_folded', columnNames: ['head_name_folded', 'id'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('households');
  }
}
