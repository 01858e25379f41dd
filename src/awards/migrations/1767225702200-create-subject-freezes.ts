import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateSubjectFreezes1767225702200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'subject_freezes',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('subject_kind', columns.name),
          column('subject_id', columns.id),
          column('unit_path', columns.text),
          column('reported_by', columns.id),
          column('starts_on', columns.localDate),
          column('ends_on', columns.localDate, { isNullable: true }),
          column('reason', columns.hash),
          column('lifted_at', columns.instant, { isNullable: true }),
          column('version', columns.integer),
        ],
        indices: [
          new TableIndex({ name: 'ix_subject_freezes_subject', columnNames: ['subject_id', 'subject_kind'] }),
          new TableIndex({ name: 'ix_subject_freezes_unit_path', columnNames: ['unit_path'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('subject_freezes');
  }
}
