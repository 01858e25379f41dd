import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

/** Which cases take the simple procedure: their papers are others. */
export class MarkSimpleCases1767227500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.addColumn('award_cases', column('is_simple', columns.integer, { default: 0 }));
    // Of cases that are there already their snapshots say so: canonical JSON, in which the route is the one with `simple`.
    await queryRunner.query(`UPDATE award_cases SET is_simple = 1 WHERE snapshot LIKE '%"simple":true%'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('award_cases', 'is_simple');
  }
}
