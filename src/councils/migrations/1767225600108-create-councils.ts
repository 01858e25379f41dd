import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateCouncils1767225600108 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'councils',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('code', columns.key),
          column('name', columns.text),
          column('name_folded', columns.text),
          column('kind', columns.name),
          column('unit_id', columns.id),
          column('unit_path', columns.text),
          column('version', columns.integer),
        ],
        uniques: [new TableUnique({ name: 'uq_councils_code', columnNames: ['code'] })],
        indices: [
          new TableIndex({ name: 'ix_councils_unit_path', columnNames: ['unit_path'] }),
          new TableIndex({ name: 'ix_councils_name_folded', columnNames: ['name_folded', 'id'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('councils');
  }
}
