import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

/** Identity numbers as hash and mask instead of as they are, and rows that turned out to be of one person. */
export class WidenPeople1767226000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'identity_salts',
        columns: [column('name', columns.name, { isPrimary: true }), column('salt', columns.text)],
      }),
    );
    await queryRunner.dropColumn('people', 'national_id');
    await queryRunner.addColumns('people', [
      column('national_id_hash', columns.hash, { isNullable: true }),
      column('national_id_mask', columns.key, { isNullable: true }),
      column('merged_into_id', columns.id, { isNullable: true }),
    ]);
    await queryRunner.createIndices('people', [
      new TableIndex({ name: 'ux_people_national_id_hash', columnNames: ['national_id_hash'], isUnique: true }),
      new TableIndex({ name: 'ix_people_merged_into_id', columnNames: ['merged_into_id'] }),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.dropIndex('people', 'ix_people_merged_into_id');
    await queryRunner.dropIndex('people', 'ux_people_national_id_hash');
    await queryRunner.dropColumns('people', ['merged_into_id', 'national_id_mask', 'national_id_hash']);
    await queryRunner.addColumn('people', column('national_id', columns.key, { isNullable: true }));
    await queryRunner.dropTable('identity_salts');
  }
}
