import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

type Columns = ReturnType<typeof columnBuilder>;

/** What happens to units over the years: successors, co-management, delegates. */
export class CreateUnitChanges1767226000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    for (const table of [successions(column), coManagers(column), delegates(column)]) {
      await queryRunner.createTable(table);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('unit_delegates');
    await queryRunner.dropTable('unit_co_managers');
    await queryRunner.dropTable('unit_successions');
  }
}

function successions(column: Columns): Table {
  return new Table({
    name: 'unit_successions',
    columns: [
      column('predecessor_id', columns.id, { isPrimary: true }),
      column('successor_id', columns.id, { isNullable: true }),
      column('effective_on', columns.localDate),
      column('document', columns.text),
    ],
    indices: [new TableIndex({ name: 'ix_unit_successions_successor_id', columnNames: ['successor_id'] })],
  });
}

function coManagers(column: Columns): Table {
  return new Table({
    name: 'unit_co_managers',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('unit_id', columns.id),
      column('manager_id', columns.id),
      column('valid_from', columns.localDate),
      column('valid_to', columns.localDate, { isNullable: true }),
    ],
    indices: [
      new TableIndex({ name: 'ix_unit_co_managers_unit_id', columnNames: ['unit_id'] }),
      new TableIndex({ name: 'ix_unit_co_managers_manager_id', columnNames: ['manager_id'] }),
    ],
  });
}

function delegates(column: Columns): Table {
  return new Table({
    name: 'unit_delegates',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('unit_id', columns.id),
      column('person_id', columns.id),
      column('valid_from', columns.localDate),
      column('valid_to', columns.localDate, { isNullable: true }),
      column('paper', columns.text),
    ],
    indices: [
      new TableIndex({ name: 'ix_unit_delegates_unit_id', columnNames: ['unit_id'] }),
      new TableIndex({ name: 'ix_unit_delegates_person_id', columnNames: ['person_id'] }),
    ],
  });
}
