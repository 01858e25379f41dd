import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

/** Lines that were handed in together, what is missing, the last day of the appraisal, and the case a case came from. */
export class WidenDossiers1767226400200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.addColumn('dossiers', column('appraisal_due_on', columns.localDate, { isNullable: true }));
    await queryRunner.addColumn('award_cases', column('parent_case_id', columns.id, { isNullable: true }));
    await queryRunner.addColumn('award_cases', column('root_case_id', columns.id, { isNullable: true }));
    await queryRunner.createIndex(
      'award_cases',
      new TableIndex({ name: 'ix_award_cases_parent_case_id', columnNames: ['parent_case_id'] }),
    );
    await queryRunner.createIndex(
      'award_cases',
      new TableIndex({ name: 'ix_award_cases_achievement_id', columnNames: ['achievement_id'] }),
    );
    for (const table of [lines(queryRunner), gaps(queryRunner)]) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('dossier_gaps');
    await queryRunner.dropTable('dossier_lines');
    await queryRunner.dropIndex('award_cases', 'ix_award_cases_achievement_id');
    await queryRunner.dropIndex('award_cases', 'ix_award_cases_parent_case_id');
    await queryRunner.dropColumn('award_cases', 'root_case_id');
    await queryRunner.dropColumn('award_cases', 'parent_case_id');
    await queryRunner.dropColumn('dossiers', 'appraisal_due_on');
  }
}

function lines(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'dossier_lines',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('dossier_id', columns.id),
      column('ordinal', columns.integer),
      column('nomination', columns.text),
      column('state', columns.name),
      column('case_id', columns.id, { isNullable: true }),
      column('reasons', columns.text, { isNullable: true }),
    ],
    uniques: [new TableUnique({ name: 'uq_dossier_lines_ordinal', columnNames: ['dossier_id', 'ordinal'] })],
  });
}

function gaps(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'dossier_gaps',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('dossier_id', columns.id),
      column('case_id', columns.id, { isNullable: true }),
      column('text', columns.hash),
      column('noted_at', columns.instant),
      column('settled_at', columns.instant, { isNullable: true }),
    ],
    indices: [new TableIndex({ name: 'ix_dossier_gaps_dossier_id', columnNames: ['dossier_id'] })],
  });
}
