import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateDisciplines1767226103000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'disciplines',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('subject_kind', columns.name),
          column('subject_id', columns.id),
          column('form', columns.name),
          column('starts_on', columns.localDate),
          column('ends_on', columns.localDate, { isNullable: true }),
          column('lifted_on', columns.localDate, { isNullable: true }),
          column('freeze_id', columns.id, { isNullable: true }),
          column('violation_row_id', columns.id, { isNullable: true }),
          column('proof_number', columns.key, { isNullable: true }),
          column('proof_issuer', columns.text, { isNullable: true }),
          column('proof_date', columns.localDate, { isNullable: true }),
          column('claim', columns.hash, { isNullable: true }),
          column('withdrawn_at', columns.instant, { isNullable: true }),
          column('withdrawal', columns.hash, { isNullable: true }),
          column('version', columns.integer),
        ],
        uniques: [new TableUnique({ name: 'uq_disciplines_claim', columnNames: ['claim'] })],
        indices: [
          new TableIndex({ name: 'ix_disciplines_subject', columnNames: ['subject_id', 'subject_kind'] }),
          new TableIndex({ name: 'ix_disciplines_starts_on', columnNames: ['starts_on', 'id'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('disciplines');
  }
}
