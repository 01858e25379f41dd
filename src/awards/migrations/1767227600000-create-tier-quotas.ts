import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateTierQuotas1767227600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'tier_quotas',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('tier', columns.name),
          column('scope_id', columns.id),
          column('unit_path', columns.text),
          column('year', columns.integer, { isNullable: true }),
          column('subjects', columns.name, { isNullable: true }),
          column('base', columns.integer, { isNullable: true }),
          column('rounding', columns.name, { isNullable: true }),
          column('source', columns.text, { isNullable: true }),
          column('finding', columns.text, { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'ix_tier_quotas_unit_path', columnNames: ['unit_path'] }),
          new TableIndex({ name: 'ix_tier_quotas_tier', columnNames: ['tier', 'id'] }),
        ],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'tier_quota_places',
        columns: [
          column('case_id', columns.id, { isPrimary: true }),
          column('quota_id', columns.id, { isPrimary: true }),
          column('place_number', columns.integer),
        ],
        uniques: [new TableUnique({ name: 'uq_tier_quota_places_number', columnNames: ['quota_id', 'place_number'] })],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['tier_quota_places', 'tier_quotas']) await queryRunner.dropTable(table);
  }
}
