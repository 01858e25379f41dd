import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateFunds1767226630000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(years(queryRunner));
    await queryRunner.createTable(entries(queryRunner));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('fund_entries');
    await queryRunner.dropTable('fund_years');
  }
}

function years(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'fund_years',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('unit_id', columns.id),
      column('unit_path', columns.text),
      column('year', columns.integer),
      column('opened_at', columns.instant, { isNullable: true }),
      column('refuses_overdraft', columns.integer),
      column('closed_at', columns.instant, { isNullable: true }),
      column('version', columns.integer),
    ],
    uniques: [new TableUnique({ name: 'uq_fund_years_unit_id', columnNames: ['unit_id', 'year'] })],
    indices: [
      new TableIndex({ name: 'ix_fund_years_year', columnNames: ['year', 'id'] }),
      new TableIndex({ name: 'ix_fund_years_unit_path', columnNames: ['unit_path'] }),
    ],
  });
}

function entries(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'fund_entries',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('fund_year_id', columns.id),
      column('direction', columns.name),
      column('source', columns.name),
      column('amount', columns.amount),
      column('booked_on', columns.localDate),
      column('paper', columns.text, { isNullable: true }),
      column('case_id', columns.id, { isNullable: true }),
    ],
    indices: [
      new TableIndex({ name: 'ix_fund_entries_booked_on', columnNames: ['fund_year_id', 'booked_on', 'id'] }),
      new TableIndex({ name: 'ix_fund_entries_case_id', columnNames: ['case_id'] }),
    ],
  });
}
