import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreatePublishedStatements1767226701000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'published_statements',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('unit_id', columns.id),
          column('unit_path', columns.text),
          column('campaign_id', columns.id, { isNullable: true }),
          column('title', columns.text),
          column('title_folded', columns.text),
          column('source', columns.text),
          column('as_of', columns.localDate),
          column('axis', columns.name),
          column('content', columns.hash),
          column('state', columns.name),
          column('version', columns.integer),
        ],
        indices: [
          new TableIndex({ name: 'ix_published_statements_as_of', columnNames: ['as_of', 'id'] }),
          new TableIndex({ name: 'ix_published_statements_unit_path', columnNames: ['unit_path'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('published_statements');
  }
}
