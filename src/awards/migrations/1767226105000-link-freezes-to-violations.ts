import { TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

/** A report may follow from a confirmed row of a list of violations, and from each row at most one does. */
export class LinkFreezesToViolations1767226105000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.addColumn('subject_freezes', column('violation_row_id', columns.id, { isNullable: true }));
    await queryRunner.createUniqueConstraint(
      'subject_freezes',
      new TableUnique({ name: 'uq_subject_freezes_violation_row_id', columnNames: ['violation_row_id'] }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropUniqueConstraint('subject_freezes', 'uq_subject_freezes_violation_row_id');
    await queryRunner.dropColumn('subject_freezes', 'violation_row_id');
  }
}
