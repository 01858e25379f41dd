import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns } from '../column-types';
import { columnBuilder } from '../tables';

export class CreatePrivateTexts1767225602000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'private_texts',
        columns: [
          column('commitment', columns.hash, { isPrimary: true }),
          column('salt', columns.hash, { isNullable: true }),
          column('text', columns.text, { isNullable: true }),
          column('stream_id', columns.id),
          column('erased_at', columns.instant, { isNullable: true }),
        ],
        indices: [new TableIndex({ name: 'ix_private_texts_stream_id', columnNames: ['stream_id'] })],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('private_texts');
  }
}
