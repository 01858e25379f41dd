import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns } from '../../persistence/column-types';
import { columnBuilder } from '../../persistence/tables';

/** How the day of a deadline was counted, so that it can be counted anew when other days off are known. */
export class AddDeadlineCounting1767227400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.addColumn('deadlines', column('counting', columns.text, { isNullable: true }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('deadlines', 'counting');
  }
}
