import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

type Columns = ReturnType<typeof columnBuilder>;

/** Long work and the rows of bulk commands. */
export class CreateLongJobs1767226900000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(jobs(column));
    await queryRunner.createTable(rows(column));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('long_job_rows');
    await queryRunner.dropTable('long_jobs');
  }
}

function jobs(column: Columns): Table {
  return new Table({
    name: 'long_jobs',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('kind', columns.name),
      column('requested_by', columns.key),
      column('unit_path', columns.text),
      column('input', columns.text),
      column('input_hash', columns.hash),
      column('state', columns.name),
      column('total', columns.integer),
      column('done', columns.integer),
      column('counts', columns.text),
      column('step', columns.integer),
      column('progress', columns.text, { isNullable: true }),
      column('failures', columns.integer),
      column('error', columns.name, { isNullable: true }),
      column('result', columns.text),
      column('created_at', columns.instant),
      column('started_at', columns.instant, { isNullable: true }),
      column('finished_at', columns.instant, { isNullable: true }),
      column('revision', columns.integer),
    ],
    indices: [
      new TableIndex({ name: 'ix_long_jobs_unit_path', columnNames: ['unit_path'] }),
      new TableIndex({ name: 'ix_long_jobs_created_at', columnNames: ['created_at', 'id'] }),
    ],
  });
}

function rows(column: Columns): Table {
  return new Table({
    name: 'long_job_rows',
    columns: [
      column('job_id', columns.id, { isPrimary: true }),
      column('ordinal', columns.integer, { isPrimary: true }),
      column('instance_id', columns.id),
      column('seen_version', columns.integer),
      column('fate', columns.name),
      column('reasons', columns.text, { isNullable: true }),
    ],
    indices: [new TableIndex({ name: 'ix_long_job_rows_fate', columnNames: ['job_id', 'fate', 'ordinal'] })],
  });
}
