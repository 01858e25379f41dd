import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns, type ColumnBuilder } from '../../platform/persistence';

export class CreateInitiatives1767226102000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    for (const table of [initiatives(column), authors(column), uses(column)]) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['initiative_uses', 'initiative_authors', 'initiatives']) await queryRunner.dropTable(table);
  }
}

function initiatives(column: ColumnBuilder): Table {
  return new Table({
    name: 'initiatives',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('title', columns.text),
      column('kind', columns.name),
      column('scope', columns.name),
      column('recognised_on', columns.localDate),
      column('proof_number', columns.key, { isNullable: true }),
      column('proof_issuer', columns.text, { isNullable: true }),
      column('proof_date', columns.localDate, { isNullable: true }),
      column('effect', columns.hash),
      column('withdrawn_at', columns.instant, { isNullable: true }),
      column('withdrawal', columns.hash, { isNullable: true }),
      column('version', columns.integer),
    ],
    indices: [new TableIndex({ name: 'ix_initiatives_recognised_on', columnNames: ['recognised_on', 'id'] })],
  });
}

function authors(column: ColumnBuilder): Table {
  return new Table({
    name: 'initiative_authors',
    columns: [
      column('initiative_id', columns.id, { isPrimary: true }),
      column('subject_kind', columns.name, { isPrimary: true }),
      column('subject_id', columns.id, { isPrimary: true }),
      column('ordinal', columns.integer),
    ],
    indices: [new TableIndex({ name: 'ix_initiative_authors_subject', columnNames: ['subject_id', 'subject_kind'] })],
  });
}

function uses(column: ColumnBuilder): Table {
  return new Table({
    name: 'initiative_uses',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('initiative_id', columns.id),
      column('claim', columns.id, { isNullable: true }),
      column('case_id', columns.id, { isNullable: true }),
      column('award_record_id', columns.id, { isNullable: true }),
      column('used_on', columns.localDate),
      column('override_reason', columns.hash, { isNullable: true }),
      column('released_at', columns.instant, { isNullable: true }),
    ],
    uniques: [new TableUnique({ name: 'uq_initiative_uses_claim', columnNames: ['claim'] })],
    indices: [new TableIndex({ name: 'ix_initiative_uses_initiative_id', columnNames: ['initiative_id'] })],
  });
}
