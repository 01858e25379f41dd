import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

const NULLABLE = { isNullable: true } as const;
const BY_PERSON = { name: 'ix_pledges_person_id', columnNames: ['person_id'] };

/** Persons who pledge, successors of units, evidence of reports, results in per cent alone, and statements of results. */
export class WidenPledges1767226200100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.addColumns('pledges', [
      column('person_id', columns.id, NULLABLE),
      column('successor_unit_id', columns.id, NULLABLE),
    ]);
    await queryRunner.createIndex('pledges', new TableIndex(BY_PERSON));
    await queryRunner.addColumn('progress_reports', column('evidence', columns.text, NULLABLE));
    await queryRunner.addColumn('progress_values', column('basis', columns.name, NULLABLE));
    for (const table of newTables(queryRunner)) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of newTables(queryRunner).reverse()) await queryRunner.dropTable(table.name);
    await queryRunner.dropColumn('progress_values', 'basis');
    await queryRunner.dropColumn('progress_reports', 'evidence');
    await queryRunner.dropIndex('pledges', BY_PERSON.name);
    await queryRunner.dropColumns('pledges', ['person_id', 'successor_unit_id']);
  }
}

function newTables(queryRunner: QueryRunner): Table[] {
  const column = columnBuilder(queryRunner);
  const key = { isPrimary: true } as const;
  return [
    new Table({
      name: 'pledge_person_places',
      columns: [
        column('campaign_id', columns.id, key),
        column('person_id', columns.id, key),
        column('pledge_id', columns.id),
      ],
      uniques: [new TableUnique({ name: 'uq_pledge_person_places_pledge_id', columnNames: ['pledge_id'] })],
    }),
    new Table({
      name: 'result_statements',
      columns: [
        column('id', columns.id, key),
        column('campaign_id', columns.id),
        column('unit_id', columns.id),
        column('unit_path', columns.text),
        column('of_total', columns.integer),
        column('reached', columns.integer),
        column('exceeded', columns.integer),
        column('as_of', columns.localDate),
        column('paper', columns.text),
        column('recorded_at', columns.instant),
        column('withdrawn_at', columns.instant, NULLABLE),
        column('withdrawn_for', columns.hash, NULLABLE),
      ],
      indices: [
        new TableIndex({
          name: 'ix_result_statements_campaign_id',
          columnNames: ['campaign_id', 'recorded_at', 'id'],
        }),
        new TableIndex({ name: 'ix_result_statements_unit_path', columnNames: ['unit_path'] }),
      ],
    }),
  ];
}
