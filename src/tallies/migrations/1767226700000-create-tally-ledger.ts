import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateTallyLedger1767226700000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables(queryRunner)) await queryRunner.createTable(table);
    // Counted in another way: without a mark everything is counted once from the beginning.
    await queryRunner.query('DELETE FROM tally_rows');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables(queryRunner).reverse()) await queryRunner.dropTable(table.name);
  }
}

function tables(queryRunner: QueryRunner): Table[] {
  const column = columnBuilder(queryRunner);
  const optional = { isNullable: true } as const;
  const facts = ['is_eligible', 'is_in_review', 'is_recommended', 'is_sent_up', 'is_granted_above', 'is_paid'];
  return [
    new Table({
      name: 'tally_marks',
      columns: [column('campaign_key', columns.id, { isPrimary: true }), column('counted_at', columns.instant)],
    }),
    new Table({
      name: 'tally_cases',
      columns: [
        column('case_id', columns.id, { isPrimary: true }),
        column('version', columns.integer),
        column('campaign_key', columns.id),
        column('tier', columns.name),
        column('family', columns.name),
        column('subject_kind', columns.name),
        column('subject_id', columns.id),
        column('unit_id', columns.id),
        column('unit_path', columns.text),
        column('achieved_year', columns.integer),
        column('decided_year', columns.integer, optional),
        column('presented_year', columns.integer, optional),
        ...['is_proposed', ...facts, 'is_revoked'].map((name) => column(name, columns.integer)),
        column('money', columns.amount),
        column('is_direct_worker', columns.integer, optional),
        column('is_leader', columns.integer, optional),
      ],
      indices: [
        new TableIndex({ name: 'ix_tally_cases_subject', columnNames: ['campaign_key', 'subject_id'] }),
        new TableIndex({ name: 'ix_tally_cases_unit_path', columnNames: ['campaign_key', 'unit_path'] }),
      ],
    }),
  ];
}
