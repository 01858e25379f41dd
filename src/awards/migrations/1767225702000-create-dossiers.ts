import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateDossiers1767225702000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'dossiers',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('number', columns.key),
          column('dated_on', columns.localDate),
          column('signer_title', columns.text),
          column('campaign_id', columns.id, { isNullable: true }),
          column('cycle_id', columns.id, { isNullable: true }),
          column('unit_id', columns.id),
          column('unit_path', columns.text),
          column('authority_unit_id', columns.id),
          column('authority_level', columns.name),
          column('papers', columns.text),
          column('state', columns.name),
          column('submitted_at', columns.instant, { isNullable: true }),
          column('received_at', columns.instant, { isNullable: true }),
          column('complete_at', columns.instant, { isNullable: true }),
          column('return_reason', columns.hash, { isNullable: true }),
          column('version', columns.integer),
          column('created_at', columns.instant),
        ],
        indices: [
          new TableIndex({ name: 'ix_dossiers_unit_path', columnNames: ['unit_path'] }),
          new TableIndex({ name: 'ix_dossiers_campaign_id', columnNames: ['campaign_id'] }),
          new TableIndex({ name: 'ix_dossiers_created_at', columnNames: ['created_at', 'id'] }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('dossiers');
  }
}
