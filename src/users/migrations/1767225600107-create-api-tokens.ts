import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateApiTokens1767225600107 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'api_tokens',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('user_id', columns.id),
          column('token_hash', columns.hash),
          column('created_at', columns.instant),
          column('expires_at', columns.instant, { isNullable: true }),
          column('revoked_at', columns.instant, { isNullable: true }),
        ],
        uniques: [new TableUnique({ name: 'uq_api_tokens_token_hash', columnNames: ['token_hash'] })],
        indices: [new TableIndex({ name: 'ix_api_tokens_user_id', columnNames: ['user_id'] })],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('api_tokens');
  }
}
