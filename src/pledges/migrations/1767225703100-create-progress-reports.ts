import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateProgressReports1767225703100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of progressTables(queryRunner)) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of progressTables(queryRunner).reverse()) await queryRunner.dropTable(table.name);
  }
}

function progressTables(queryRunner: QueryRunner): Table[] {
  const column = columnBuilder(queryRunner);
  const period = { name: 'uq_progress_reports_pledge_id_period', columnNames: ['pledge_id', 'period'] };
  const byCampaign = { name: 'ix_progress_reports_campaign_id', columnNames: ['campaign_id', 'created_at', 'id'] };
  return [
    new Table({
      name: 'progress_reports',
      columns: [
        column('id', columns.id, { isPrimary: true }),
        column('pledge_id', columns.id),
        column('campaign_id', columns.id),
        column('plan_revision', columns.integer),
        column('period', columns.key),
        column('as_of', columns.localDate),
        column('status', columns.name),
        column('created_at', columns.instant),
      ],
      uniques: [new TableUnique(period)],
      indices: [new TableIndex(byCampaign)],
    }),
    new Table({
      name: 'progress_values',
      columns: [
        column('report_id', columns.id, { isPrimary: true }),
        column('measure_code', columns.name, { isPrimary: true }),
        column('plan_name', columns.text, { isNullable: true }),
        column('reported', columns.text),
        column('verified', columns.text, { isNullable: true }),
        column('status', columns.name),
        column('percent', columns.text, { isNullable: true }),
      ],
    }),
  ];
}
