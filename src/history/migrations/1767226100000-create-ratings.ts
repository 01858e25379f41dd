import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateRatings1767226100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'ratings',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('subject_kind', columns.name),
          column('subject_id', columns.id),
          column('period', columns.name),
          column('year', columns.integer),
          column('rating', columns.name),
          column('rated_by', columns.text),
          column('proof_number', columns.key, { isNullable: true }),
          column('proof_issuer', columns.text, { isNullable: true }),
          column('proof_date', columns.localDate, { isNullable: true }),
          column('claim', columns.hash, { isNullable: true }),
          column('withdrawn_at', columns.instant, { isNullable: true }),
          column('withdrawal', columns.hash, { isNullable: true }),
          column('version', columns.integer),
        ],
        uniques: [new TableUnique({ name: 'uq_ratings_claim', columnNames: ['claim'] })],
        indices: [
          new TableIndex({ name: 'ix_ratings_subject', columnNames: ['subject_id', 'subject_kind'] }),
          new TableIndex({ name: 'ix_ratings_year', columnNames: ['year', 'id'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('ratings');
  }
}
