import { Table, TableUnique, type MigrationInterface, type QueryRunner, type TableColumn } from 'typeorm';
import { columnBuilder, columns, dialectOfRunner, workflowColumns, workflowIndexes } from '../../platform/persistence';

export class CreateCampaigns1767225700000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'campaigns',
        columns: [
          ...workflowColumns(dialectOfRunner(queryRunner)),
          column('code', columns.key, { isNullable: true }),
          column('name', columns.text, { isNullable: true }),
          column('name_folded', columns.text, { isNullable: true }),
          column('theme', columns.text, { isNullable: true }),
          column('kind', columns.name),
          column('starts_on', columns.localDate),
          column('ends_on', columns.localDate),
          column('plan_revision', columns.integer),
          column('rulebook_release', columns.hash, { isNullable: true }),
        ],
        uniques: [new TableUnique({ name: 'uq_campaigns_code', columnNames: ['code'] })],
        indices: workflowIndexes('campaigns'),
      }),
    );
    for (const table of planTables(queryRunner)) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of planTables(queryRunner).reverse()) await queryRunner.dropTable(table.name);
    await queryRunner.dropTable('campaigns');
  }
}

function planTables(queryRunner: QueryRunner): Table[] {
  const column = columnBuilder(queryRunner);
  return [
    planTable(
      queryRunner,
      'campaign_rounds',
      [column('ordinal', columns.integer)],
      [column('name', columns.text), column('starts_on', columns.localDate), column('ends_on', columns.localDate)],
    ),
    planTable(
      queryRunner,
      'campaign_indicators',
      [column('code', columns.name)],
      [column('ordinal', columns.integer), column('name', columns.text)],
    ),
    planTable(
      queryRunner,
      'campaign_measures',
      [column('code', columns.name)],
      [
        column('indicator_code', columns.name),
        column('ordinal', columns.integer),
        column('name', columns.text),
        column('is_mandatory', columns.integer),
        column('rule', columns.text),
      ],
    ),
    planTable(queryRunner, 'campaign_units', [column('unit_id', columns.id)], []),
    planTable(
      queryRunner,
      'campaign_allocations',
      [column('measure_code', columns.name), column('unit_id', columns.id)],
      [column('value', columns.text)],
    ),
  ];
}

/** A table whose rows belong to one revision of a plan. */
function planTable(queryRunner: QueryRunner, name: string, keys: TableColumn[], others: TableColumn[]): Table {
  const column = columnBuilder(queryRunner);
  const ofPlan = [column('campaign_id', columns.id), column('plan_revision', columns.integer), ...keys];
  for (const one of ofPlan) one.isPrimary = true;
  return new Table({ name, columns: [...ofPlan, ...others] });
}
