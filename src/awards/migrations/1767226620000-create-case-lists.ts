import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateCaseLists1767226620000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'case_lists',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('kind', columns.name),
          column('unit_id', columns.id),
          column('unit_path', columns.text),
          column('dated_on', columns.localDate),
          column('place', columns.text, { isNullable: true }),
          column('presenter', columns.hash, { isNullable: true }),
          column('paper', columns.text, { isNullable: true }),
          column('state', columns.name),
          column('case_count', columns.integer),
          column('version', columns.integer),
        ],
        indices: [
          new TableIndex({ name: 'ix_case_lists_dated_on', columnNames: ['kind', 'dated_on', 'id'] }),
          new TableIndex({ name: 'ix_case_lists_unit_path', columnNames: ['unit_path'] }),
        ],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'case_list_lines',
        columns: [
          column('list_id', columns.id, { isPrimary: true }),
          column('case_id', columns.id, { isPrimary: true }),
          column('ordinal', columns.integer),
          column('outcome', columns.name, { isNullable: true }),
          column('reasons', columns.text, { isNullable: true }),
        ],
        indices: [new TableIndex({ name: 'ix_case_list_lines_ordinal', columnNames: ['list_id', 'ordinal'] })],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('case_list_lines');
    await queryRunner.dropTable('case_lists');
  }
}
