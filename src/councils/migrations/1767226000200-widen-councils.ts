import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

/** Standing committees as parts of their councils, councils that were dissolved, and delegates of members. */
export class WidenCouncils1767226000200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.addColumns('councils', [
      column('part_of_id', columns.id, { isNullable: true }),
      column('dissolved_on', columns.localDate, { isNullable: true }),
    ]);
    await queryRunner.createTable(
      new Table({
        name: 'council_delegates',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('council_id', columns.id),
          column('member_id', columns.id),
          column('person_id', columns.id),
          column('valid_from', columns.localDate),
          column('valid_to', columns.localDate, { isNullable: true }),
          column('paper', columns.text),
        ],
        indices: [
          new TableIndex({ name: 'ix_council_delegates_council_id', columnNames: ['council_id'] }),
          new TableIndex({ name: 'ix_council_delegates_person_id', columnNames: ['person_id'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('council_delegates');
    await queryRunner.dropColumns('councils', ['dissolved_on', 'part_of_id']);
  }
}
