import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns, dialectOfRunner, workflowColumns, workflowIndexes } from '../../platform/persistence';

export class CreatePledges1767225703000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'pledges',
        columns: [
          ...workflowColumns(dialectOfRunner(queryRunner)),
          column('campaign_id', columns.id),
          column('kind', columns.name),
          column('outcome', columns.name, { isNullable: true }),
          column('values_revision', columns.integer),
          column('plan_revision', columns.integer, { isNullable: true }),
        ],
        indices: [
          ...workflowIndexes('pledges'),
          new TableIndex({ name: 'ix_pledges_campaign_id_unit_id', columnNames: ['campaign_id', 'unit_id'] }),
        ],
      }),
    );
    for (const table of rowTables(queryRunner)) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of rowTables(queryRunner).reverse()) await queryRunner.dropTable(table.name);
    await queryRunner.dropTable('pledges');
  }
}

function rowTables(queryRunner: QueryRunner): Table[] {
  const column = columnBuilder(queryRunner);
  const key = { isPrimary: true } as const;
  return [
    new Table({
      name: 'pledge_members',
      columns: [
        column('pledge_id', columns.id, key),
        column('unit_id', columns.id, key),
        column('is_signed', columns.integer),
      ],
      indices: [new TableIndex({ name: 'ix_pledge_members_unit_id', columnNames: ['unit_id'] })],
    }),
    new Table({
      name: 'pledge_values',
      columns: [
        column('pledge_id', columns.id, key),
        column('values_revision', columns.integer, key),
        column('measure_code', columns.name, key),
        column('value', columns.text),
        column('reason', columns.hash, { isNullable: true }),
      ],
    }),
    new Table({
      name: 'pledge_places',
      columns: [
        column('campaign_id', columns.id, key),
        column('unit_id', columns.id, key),
        column('pledge_id', columns.id),
      ],
      uniques: [new TableUnique({ name: 'uq_pledge_places_pledge_id', columnNames: ['pledge_id'] })],
    }),
  ];
}
