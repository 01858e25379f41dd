import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateExampleTargets1767227010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'example_targets',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('name', columns.text),
          column('unit_id', columns.id),
          column('unit_path', columns.text),
          column('campaign_id', columns.id, { isNullable: true }),
          column('kinds', columns.text),
          column('field', columns.name, { isNullable: true }),
          column('year', columns.integer, { isNullable: true }),
          column('stage', columns.name),
          column('direction', columns.name),
          column('value', columns.integer),
          column('dropped_at', columns.instant, { isNullable: true }),
          column('drop_reason', columns.hash, { isNullable: true }),
          column('created_at', columns.instant),
          column('version', columns.integer),
        ],
        indices: [
          new TableIndex({ name: 'ix_example_targets_created_at', columnNames: ['created_at', 'id'] }),
          new TableIndex({ name: 'ix_example_targets_unit_path', columnNames: ['unit_path'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('example_targets');
  }
}
