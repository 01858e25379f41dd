import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

/** The rules that campaigns pin, so that a later start with other files can still judge by them. */
export class CreatePinnedReleases1767227500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'pinned_releases',
        columns: [
          column('hash', columns.hash, { isPrimary: true }),
          column('rules', columns.text),
          column('pinned_at', columns.instant),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('pinned_releases');
  }
}
