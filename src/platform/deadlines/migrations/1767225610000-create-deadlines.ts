import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns } from '../../persistence/column-types';
import { columnBuilder } from '../../persistence/tables';

export class CreateDeadlines1767225610000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'deadlines',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('stream_kind', columns.name),
          column('stream_id', columns.id),
          column('deadline_key', columns.key),
          column('kind', columns.name),
          column('due_on', columns.localDate),
          column('due_at', columns.instant),
          column('calendar_version', columns.name, { isNullable: true }),
          column('is_provisional', columns.integer, { default: 0 }),
          column('generation', columns.integer, { default: 1 }),
          column('status', columns.name),
          column('command_type', columns.name, { isNullable: true }),
          column('command_input', columns.text, { isNullable: true }),
          column('unit_id', columns.id),
          column('unit_path', columns.text),
          column('look_at', columns.instant, { isNullable: true }),
          column('created_at', columns.instant),
          column('updated_at', columns.instant),
        ],
        uniques: [new TableUnique({ name: 'uq_deadlines_stream_key', columnNames: ['stream_id', 'deadline_key'] })],
        indices: [
          new TableIndex({ name: 'ix_deadlines_armed', columnNames: ['due_at', 'id'], where: `"status" = 'armed'` }),
          new TableIndex({
            name: 'ix_deadlines_look_at',
            columnNames: ['look_at', 'id'],
            where: '"look_at" IS NOT NULL',
          }),
          new TableIndex({ name: 'ix_deadlines_unit_path', columnNames: ['unit_path'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('deadlines');
  }
}
