import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateUnits1767225600101 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'units',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('code', columns.key),
          column('name', columns.text),
          column('name_folded', columns.text),
          column('kind', columns.name),
          column('level', columns.name),
          column('parent_id', columns.id, { isNullable: true }),
          column('path', columns.text),
          column('is_outside', columns.integer),
          column('valid_from', columns.localDate),
          column('valid_to', columns.localDate, { isNullable: true }),
          column('version', columns.integer),
        ],
        uniques: [
          new TableUnique({ name: 'uq_units_code', columnNames: ['code'] }),
          new TableUnique({ name: 'uq_units_path', columnNames: ['path'] }),
        ],
        indices: [
          new TableIndex({ name: 'ix_units_parent_id', columnNames: ['parent_id'] }),
          new TableIndex({ name: 'ix_units_name_folded', columnNames: ['name_folded', 'id'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('units');
  }
}
