import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateUnitPlaces1767227100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'unit_places',
        columns: [
          column('unit_id', columns.id, { isPrimary: true }),
          column('path', columns.text, { isPrimary: true }),
          column('left_on', columns.localDate, { isPrimary: true }),
          column('parent_id', columns.id, { isNullable: true }),
          column('document', columns.text, { isNullable: true }),
        ],
        indices: [new TableIndex({ name: 'ix_unit_places_path', columnNames: ['path'] })],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('unit_places');
  }
}
