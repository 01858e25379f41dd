import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns } from '../../persistence/column-types';
import { columnBuilder } from '../../persistence/tables';

export class CreateOccurrences1767225611000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'occurrences',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('deadline_id', columns.id),
          column('generation', columns.integer),
          column('offset_days', columns.integer),
          column('due_at', columns.instant),
          column('status', columns.name),
          column('told_at', columns.instant, { isNullable: true }),
          column('note', columns.name, { isNullable: true }),
          column('created_at', columns.instant),
        ],
        uniques: [
          new TableUnique({
            name: 'uq_occurrences_moment',
            columnNames: ['deadline_id', 'generation', 'offset_days'],
          }),
        ],
        indices: [
          new TableIndex({
            name: 'ix_occurrences_planned',
            columnNames: ['due_at', 'id'],
            where: `"status" = 'planned'`,
          }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('occurrences');
  }
}
