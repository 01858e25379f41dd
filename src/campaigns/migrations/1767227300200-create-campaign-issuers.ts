import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns, dialectOf } from '../../platform/persistence';

/** The units that launch a campaign, as rows: who may read it is asked in SQL. Those of plans that are there come along. */
export class CreateCampaignIssuers1767227300200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(issuersTable(queryRunner));
    const issuers =
      dialectOf(queryRunner.connection) === 'postgres'
        ? `jsonb_array_elements_text(c.snapshot::jsonb -> 'context' -> 'issuerIds')`
        : `json_each(c.snapshot, '$.context.issuerIds')`;
    await queryRunner.query(
      `INSERT INTO campaign_issuers (campaign_id, plan_revision, unit_id)
       SELECT DISTINCT c.id, c.plan_revision, i.value FROM campaigns c, ${issuers} AS i`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('campaign_issuers');
  }
}

function issuersTable(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  const key = { isPrimary: true } as const;
  return new Table({
    name: 'campaign_issuers',
    columns: [
      column('campaign_id', columns.id, key),
      column('plan_revision', columns.integer, key),
      column('unit_id', columns.id, key),
    ],
    indices: [new TableIndex({ name: 'ix_campaign_issuers_unit_id', columnNames: ['unit_id'] })],
  });
}
