import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns, type ColumnBuilder } from '../../platform/persistence';

export class CreateDecisionRecords1767226101000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'decision_records',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('number', columns.key),
          column('symbol', columns.key),
          column('issuer', columns.text),
          column('issued_on', columns.localDate),
          column('unit_path', columns.text),
          column('version', columns.integer),
        ],
        indices: [new TableIndex({ name: 'ix_decision_records_unit_path', columnNames: ['unit_path'] })],
      }),
    );
    await queryRunner.createTable(awardRecords(column));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('award_records');
    await queryRunner.dropTable('decision_records');
  }
}

function awardRecords(column: ColumnBuilder): Table {
  return new Table({
    name: 'award_records',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('decision_record_id', columns.id),
      column('issued_on', columns.localDate),
      column('subject_kind', columns.name),
      column('subject_id', columns.id),
      column('tier', columns.name, { isNullable: true }),
      column('tier_name', columns.text),
      column('family', columns.name),
      column('kind', columns.name),
      column('achieved_from', columns.localDate, { isNullable: true }),
      column('achieved_to', columns.localDate, { isNullable: true }),
      column('amount', columns.text, { isNullable: true }),
      column('claim', columns.hash, { isNullable: true }),
      column('withdrawn_at', columns.instant, { isNullable: true }),
      column('withdrawal', columns.hash, { isNullable: true }),
    ],
    uniques: [new TableUnique({ name: 'uq_award_records_claim', columnNames: ['claim'] })],
    indices: [
      new TableIndex({ name: 'ix_award_records_decision_record_id', columnNames: ['decision_record_id'] }),
      new TableIndex({ name: 'ix_award_records_subject', columnNames: ['subject_id', 'subject_kind'] }),
      new TableIndex({ name: 'ix_award_records_issued_on', columnNames: ['issued_on', 'id'] }),
    ],
  });
}
