import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

const NULLABLE = { isNullable: true } as const;

/** Campaigns within campaigns, what plans say in words, and what happens in a campaign beside its dates. */
export class WidenCampaigns1767226200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.addColumns('campaigns', [
      column('parent_id', columns.id, NULLABLE),
      column('period_type', columns.name, NULLABLE),
      column('period_label', columns.name, NULLABLE),
      column('duration_class', columns.name, NULLABLE),
    ]);
    await queryRunner.createIndex('campaigns', new TableIndex(BY_PARENT));
    await queryRunner.addColumn('campaign_indicators', column('group_code', columns.name, NULLABLE));
    for (const table of [wordsTable(queryRunner), ...runningTables(queryRunner)]) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of runningTables(queryRunner).reverse()) await queryRunner.dropTable(table.name);
    await queryRunner.dropTable('campaign_words');
    await queryRunner.dropColumn('campaign_indicators', 'group_code');
    await queryRunner.dropIndex('campaigns', BY_PARENT.name);
    await queryRunner.dropColumns('campaigns', ['parent_id', 'period_type', 'period_label', 'duration_class']);
  }
}

const BY_PARENT = { name: 'ix_campaigns_parent_id', columnNames: ['parent_id'] };

function wordsTable(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  const key = { isPrimary: true } as const;
  return new Table({
    name: 'campaign_words',
    columns: [
      column('campaign_id', columns.id, key),
      column('plan_revision', columns.integer, key),
      column('field', columns.name, key),
      column('ordinal', columns.integer, key),
      column('content', columns.text),
    ],
  });
}

function runningTables(queryRunner: QueryRunner): Table[] {
  const column = columnBuilder(queryRunner);
  const key = { isPrimary: true } as const;
  return [
    new Table({
      name: 'campaign_interim_reviews',
      columns: [
        column('id', columns.id, key),
        column('campaign_id', columns.id),
        column('held_on', columns.localDate),
        column('name', columns.text, NULLABLE),
        column('results', columns.hash, NULLABLE),
        column('paper_number', columns.text, NULLABLE),
      ],
      indices: [new TableIndex({ name: 'ix_campaign_interim_reviews_campaign_id', columnNames: ['campaign_id'] })],
    }),
    new Table({
      name: 'campaign_addressees',
      columns: [
        column('request_id', columns.id, key),
        column('unit_id', columns.id, key),
        column('campaign_id', columns.id),
      ],
    }),
    outcomesTable(queryRunner),
  ];
}

function outcomesTable(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'campaign_outcomes',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('campaign_id', columns.id),
      column('kind', columns.name),
      column('unit_id', columns.id),
      column('reason', columns.hash),
      column('recorded_at', columns.instant),
      column('withdrawn_at', columns.instant, NULLABLE),
      column('withdrawn_for', columns.hash, NULLABLE),
    ],
    indices: [
      new TableIndex({
        name: 'ix_campaign_outcomes_campaign_id',
        columnNames: ['campaign_id', 'recorded_at', 'id'],
      }),
    ],
  });
}
