import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateCouncilMembers1767225600109 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'council_members',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('council_id', columns.id),
          column('ordinal', columns.integer),
          column('person_id', columns.id),
          column('seat', columns.name),
          column('valid_from', columns.localDate),
          column('valid_to', columns.localDate, { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'ix_council_members_council_id', columnNames: ['council_id', 'ordinal'] }),
          new TableIndex({ name: 'ix_council_members_person_id', columnNames: ['person_id'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('council_members');
  }
}
