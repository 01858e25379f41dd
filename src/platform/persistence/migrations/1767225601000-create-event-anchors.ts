import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { makeAppendOnly, undoAppendOnly } from '../append-only';
import { columns } from '../column-types';
import { columnBuilder } from '../tables';

export class CreateEventAnchors1767225601000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'event_anchors',
        columns: [
          column('day', columns.localDate, { isPrimary: true }),
          column('event_count', columns.integer),
          column('root_hash', columns.hash),
          column('previous_hash', columns.hash),
          column('created_at', columns.instant),
        ],
      }),
    );
    await makeAppendOnly(queryRunner, 'event_anchors');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await undoAppendOnly(queryRunner, 'event_anchors');
    await queryRunner.dropTable('event_anchors');
  }
}
