import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

type Columns = ReturnType<typeof columnBuilder>;

/** Files that were tried out, and their rows. */
export class CreateImports1767226910000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(imports(column));
    await queryRunner.createTable(rows(column));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('import_rows');
    await queryRunner.dropTable('imports');
  }
}

function imports(column: Columns): Table {
  return new Table({
    name: 'imports',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('kind', columns.name),
      column('unit_path', columns.text),
      column('requested_by', columns.key),
      column('file_name', columns.text),
      column('file_hash', columns.hash),
      column('state', columns.name),
      column('row_count', columns.integer),
      column('fates', columns.text),
      column('headings', columns.text),
      column('job_id', columns.id, { isNullable: true }),
      column('created_at', columns.instant),
    ],
    indices: [
      new TableIndex({ name: 'ix_imports_unit_path', columnNames: ['unit_path'] }),
      new TableIndex({ name: 'ix_imports_created_at', columnNames: ['created_at', 'id'] }),
    ],
  });
}

function rows(column: Columns): Table {
  return new Table({
    name: 'import_rows',
    columns: [
      column('import_id', columns.id, { isPrimary: true }),
      column('ordinal', columns.integer, { isPrimary: true }),
      column('line', columns.integer),
      column('fate', columns.name),
      column('outcome', columns.name, { isNullable: true }),
      column('subject_ids', columns.text),
      column('reasons', columns.text),
      column('cells', columns.text, { isNullable: true }),
      column('input', columns.text, { isNullable: true }),
    ],
    indices: [new TableIndex({ name: 'ix_import_rows_fate', columnNames: ['import_id', 'fate', 'ordinal'] })],
  });
}
