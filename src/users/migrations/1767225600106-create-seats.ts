import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateSeats1767225600106 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'seats',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('user_id', columns.id),
          column('role', columns.name),
          column('unit_id', columns.id),
          column('council_id', columns.id, { isNullable: true }),
          column('valid_from', columns.localDate),
          column('valid_to', columns.localDate, { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'ix_seats_user_id', columnNames: ['user_id'] }),
          new TableIndex({ name: 'ix_seats_unit_id', columnNames: ['unit_id'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('seats');
  }
}
