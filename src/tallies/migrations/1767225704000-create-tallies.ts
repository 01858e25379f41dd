import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateTallies1767225704000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables(queryRunner)) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables(queryRunner).reverse()) await queryRunner.dropTable(table.name);
  }
}

function tables(queryRunner: QueryRunner): Table[] {
  const column = columnBuilder(queryRunner);
  const key = { isPrimary: true } as const;
  return [
    new Table({
      name: 'tally_runs',
      columns: [
        column('campaign_key', columns.id, key),
        column('computed_at', columns.instant),
        column('source', columns.text),
      ],
    }),
    new Table({
      name: 'tally_rows',
      columns: [
        column('campaign_key', columns.id, key),
        column('axis', columns.name, key),
        column('year', columns.integer, key),
        column('tier', columns.name, key),
        column('family', columns.name, key),
        column('subject_kind', columns.name, key),
        column('stage', columns.name, key),
        column('awards', columns.integer),
        column('heads', columns.integer),
        column('money', columns.amount),
      ],
    }),
    new Table({
      name: 'tally_results',
      columns: [
        column('campaign_key', columns.id, key),
        column('kind', columns.name, key),
        column('key', columns.name, key),
        column('status', columns.name, key),
        column('count', columns.integer),
      ],
    }),
  ];
}
