import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns, dialectOfRunner, workflowColumns, workflowIndexes } from '../../platform/persistence';

export class CreateDecisions1767225702300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables(queryRunner)) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of tables(queryRunner).reverse()) await queryRunner.dropTable(name);
  }
}

function tables(queryRunner: QueryRunner): Table[] {
  return [decisions(queryRunner), list(queryRunner), holds(queryRunner), numbers(queryRunner), conflicts(queryRunner)];
}

function decisions(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'decisions',
    columns: [
      ...workflowColumns(dialectOfRunner(queryRunner)),
      column('campaign_id', columns.id, { isNullable: true }),
      column('authority_unit_id', columns.id),
      column('number', columns.key, { isNullable: true }),
      column('symbol', columns.key, { isNullable: true }),
      column('year', columns.integer, { isNullable: true }),
      column('issued_on', columns.localDate, { isNullable: true }),
      column('case_count', columns.integer),
      column('settled_state', columns.name, { isNullable: true }),
    ],
    indices: [
      ...workflowIndexes('decisions'),
      new TableIndex({ name: 'ix_decisions_created_at', columnNames: ['created_at', 'id'] }),
      new TableIndex({ name: 'ix_decisions_campaign_id', columnNames: ['campaign_id'] }),
    ],
  });
}

function list(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'decision_cases',
    columns: [
      column('decision_id', columns.id, { isPrimary: true }),
      column('case_id', columns.id, { isPrimary: true }),
      column('ordinal', columns.integer),
    ],
    indices: [
      new TableIndex({ name: 'ix_decision_cases_case_id', columnNames: ['case_id'] }),
      new TableIndex({ name: 'ix_decision_cases_ordinal', columnNames: ['decision_id', 'ordinal'] }),
    ],
  });
}

function holds(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'decision_holds',
    columns: [column('case_id', columns.id, { isPrimary: true }), column('decision_id', columns.id)],
    indices: [new TableIndex({ name: 'ix_decision_holds_decision_id', columnNames: ['decision_id'] })],
  });
}

function numbers(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'decision_numbers',
    columns: [
      column('authority_unit_id', columns.id, { isPrimary: true }),
      column('symbol', columns.key, { isPrimary: true }),
      column('year', columns.integer, { isPrimary: true }),
      column('number', columns.key, { isPrimary: true }),
      column('decision_id', columns.id),
    ],
    indices: [new TableIndex({ name: 'ix_decision_numbers_decision_id', columnNames: ['decision_id'] })],
  });
}

function conflicts(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'decision_conflicts',
    columns: [
      column('decision_id', columns.id, { isPrimary: true }),
      column('case_id', columns.id, { isPrimary: true }),
      column('command', columns.name, { isPrimary: true }),
      column('reasons', columns.text),
      column('occurred_at', columns.instant),
    ],
  });
}
