import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreatePeople1767225600102 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'people',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('name', columns.text),
          column('name_folded', columns.text),
          column('birthday', columns.localDate, { isNullable: true }),
          column('gender', columns.name, { isNullable: true }),
          column('national_id', columns.key, { isNullable: true }),
          column('unit_id', columns.id),
          column('is_direct_worker', columns.integer),
          column('is_leader', columns.integer),
          column('erased_at', columns.instant, { isNullable: true }),
          column('version', columns.integer),
        ],
        indices: [
          new TableIndex({ name: 'ix_people_unit_id', columnNames: ['unit_id'] }),
          new TableIndex({ name: 'ix_people_name_folded', columnNames: ['name_folded', 'id'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('people');
  }
}
