import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns, dialectOfRunner, workflowColumns, workflowIndexes } from '../../platform/persistence';

export class CreateAwardCases1767225702100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [awardCases(queryRunner), achievementUses(queryRunner)]) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('achievement_uses');
    await queryRunner.dropTable('award_cases');
  }
}

function awardCases(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'award_cases',
    columns: [
      ...workflowColumns(dialectOfRunner(queryRunner)),
      column('dossier_id', columns.id),
      column('campaign_id', columns.id, { isNullable: true }),
      column('cycle_id', columns.id, { isNullable: true }),
      column('tier', columns.name),
      column('family', columns.name),
      column('commendation', columns.name),
      column('subject_kind', columns.name),
      column('subject_id', columns.id),
      column('achievement_id', columns.id),
      column('achieved_from', columns.localDate),
      column('achieved_to', columns.localDate),
      column('is_upward', columns.integer),
      column('review_id', columns.id, { isNullable: true }),
      column('item_id', columns.id, { isNullable: true }),
      column('decision_id', columns.id, { isNullable: true }),
      column('decided_on', columns.localDate, { isNullable: true }),
      column('presented_on', columns.localDate, { isNullable: true }),
      column('paid_on', columns.localDate, { isNullable: true }),
      column('amount', columns.text, { isNullable: true }),
    ],
    indices: [
      ...workflowIndexes('award_cases'),
      new TableIndex({ name: 'ix_award_cases_created_at', columnNames: ['created_at', 'id'] }),
      new TableIndex({ name: 'ix_award_cases_dossier_id', columnNames: ['dossier_id', 'state'] }),
      new TableIndex({ name: 'ix_award_cases_campaign_id', columnNames: ['campaign_id'] }),
      new TableIndex({ name: 'ix_award_cases_subject', columnNames: ['subject_id', 'subject_kind'] }),
    ],
  });
}

function achievementUses(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'achievement_uses',
    columns: [column('achievement_id', columns.id, { isPrimary: true }), column('case_id', columns.id)],
    uniques: [new TableUnique({ name: 'uq_achievement_uses_case_id', columnNames: ['case_id'] })],
  });
}
