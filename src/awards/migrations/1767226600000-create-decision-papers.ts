import { Table, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateDecisionPapers1767226600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables(queryRunner)) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of tables(queryRunner).reverse()) await queryRunner.dropTable(name);
  }
}

function tables(queryRunner: QueryRunner): Table[] {
  return [papers(queryRunner), prints(queryRunner), corrections(queryRunner), revocations(queryRunner)];
}

function papers(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'decision_papers',
    columns: [
      column('decision_id', columns.id, { isPrimary: true }),
      column('code', columns.key),
      column('authority_name', columns.text),
      column('signer_name', columns.hash),
    ],
    uniques: [new TableUnique({ name: 'uq_decision_papers_code', columnNames: ['code'] })],
  });
}

function prints(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'decision_prints',
    columns: [
      column('decision_id', columns.id, { isPrimary: true }),
      column('case_id', columns.id, { isPrimary: true }),
      column('code', columns.key),
      column('name', columns.hash),
      column('corrected_name', columns.hash, { isNullable: true }),
      column('unit_name', columns.text),
      column('amount', columns.text, { isNullable: true }),
      column('prize', columns.text, { isNullable: true }),
    ],
    uniques: [new TableUnique({ name: 'uq_decision_prints_code', columnNames: ['code'] })],
  });
}

function corrections(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'decision_corrections',
    columns: [
      column('decision_id', columns.id, { isPrimary: true }),
      column('ordinal', columns.integer, { isPrimary: true }),
      column('case_id', columns.id),
      column('field', columns.name),
      column('number', columns.key),
      column('symbol', columns.key),
      column('corrected_on', columns.localDate),
      column('formerly', columns.hash, { isNullable: true }),
      column('should_read', columns.hash),
    ],
  });
}

function revocations(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'decision_revocations',
    columns: [
      column('decision_id', columns.id, { isPrimary: true }),
      column('case_id', columns.id, { isPrimary: true }),
      column('ordinal', columns.integer),
      column('revoked_at', columns.instant),
    ],
  });
}
