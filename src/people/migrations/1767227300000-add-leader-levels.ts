import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

/** At which level a leader leads: not known of those who were entered before. */
export class AddLeaderLevels1767227300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.addColumn('people', column('leader_level', columns.name, { isNullable: true }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('people', 'leader_level');
  }
}
