import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateRecoveries1767226610000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'recoveries',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('case_id', columns.id),
          column('unit_id', columns.id),
          column('unit_path', columns.text),
          column('is_artefact_due', columns.integer),
          column('artefact_returned_on', columns.localDate, { isNullable: true }),
          column('money_due', columns.text),
          column('money_recovered', columns.text),
          column('opened_at', columns.instant),
          column('version', columns.integer),
        ],
        uniques: [new TableUnique({ name: 'uq_recoveries_case_id', columnNames: ['case_id'] })],
        indices: [
          new TableIndex({ name: 'ix_recoveries_opened_at', columnNames: ['opened_at', 'id'] }),
          new TableIndex({ name: 'ix_recoveries_unit_path', columnNames: ['unit_path'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('recoveries');
  }
}
