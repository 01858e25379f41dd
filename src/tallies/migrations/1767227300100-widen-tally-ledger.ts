import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

/** When the messages of this migration are due: at once. */
const LONG_AGO = '2026-01-01T00:00:00.000Z';

/** Levels of leaders beside yes and no, and one head of rows of one person that were merged before. */
export class WidenTallyLedger1767227300100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.addColumn('tally_cases', column('leader_level', columns.name, { isNullable: true }));
    await queryRunner.createIndex('tally_cases', tierIndex());
    await queryRunner.query(
      "UPDATE tally_cases SET leader_level = CASE is_leader WHEN 0 THEN 'none' WHEN 1 THEN 'unstated' END",
    );
    await queryRunner.query(
      `INSERT INTO outbox (id, job, payload, available_at, created_at)
       SELECT id, 'tally-person', '{"personId":"' || merged_into_id || '"}', '${LONG_AGO}', '${LONG_AGO}'
       FROM people WHERE merged_into_id IS NOT NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("DELETE FROM outbox WHERE job = 'tally-person' AND dispatched_at IS NULL");
    await queryRunner.dropIndex('tally_cases', tierIndex());
    await queryRunner.dropColumn('tally_cases', 'leader_level');
  }
}

function tierIndex(): TableIndex {
  return new TableIndex({ name: 'ix_tally_cases_tier', columnNames: ['campaign_key', 'tier'] });
}
