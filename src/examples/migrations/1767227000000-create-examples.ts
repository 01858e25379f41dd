import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns, type ColumnBuilder } from '../../platform/persistence';

export class CreateExamples1767227000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    for (const table of [examples(column), publications(column), links(column)]) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['example_links', 'example_publications', 'examples']) await queryRunner.dropTable(table);
  }
}

function examples(column: ColumnBuilder): Table {
  return new Table({
    name: 'examples',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('kind', columns.name),
      column('subject_kind', columns.name, { isNullable: true }),
      column('subject_id', columns.id, { isNullable: true }),
      column('title', columns.text),
      column('title_folded', columns.text),
      column('field', columns.name),
      column('campaign_id', columns.id, { isNullable: true }),
      column('unit_id', columns.id),
      column('unit_path', columns.text),
      column('found_on', columns.localDate),
      column('found_year', columns.integer),
      column('evidence', columns.text),
      column('account', columns.hash),
      column('state', columns.name),
      column('consent', columns.name),
      column('consent_on', columns.localDate, { isNullable: true }),
      column('consent_note', columns.hash, { isNullable: true }),
      column('reviewed_at', columns.instant, { isNullable: true }),
      column('review', columns.hash, { isNullable: true }),
      column('withdrawn_at', columns.instant, { isNullable: true }),
      column('withdrawal', columns.hash, { isNullable: true }),
      column('version', columns.integer),
    ],
    indices: [
      new TableIndex({ name: 'ix_examples_found_on', columnNames: ['found_on', 'id'] }),
      new TableIndex({ name: 'ix_examples_unit_path', columnNames: ['unit_path'] }),
      new TableIndex({ name: 'ix_examples_campaign_id', columnNames: ['campaign_id'] }),
      new TableIndex({ name: 'ix_examples_subject_id', columnNames: ['subject_id'] }),
    ],
  });
}

function publications(column: ColumnBuilder): Table {
  const place = ['example_id', 'channel', 'outlet_folded', 'published_on'];
  return new Table({
    name: 'example_publications',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('example_id', columns.id),
      column('channel', columns.name),
      column('outlet', columns.text),
      column('outlet_folded', columns.text),
      column('published_on', columns.localDate),
      column('link', columns.hash),
    ],
    uniques: [new TableUnique({ name: 'uq_example_publications_place', columnNames: place })],
  });
}

function links(column: ColumnBuilder): Table {
  return new Table({
    name: 'example_links',
    columns: [
      column('example_id', columns.id, { isPrimary: true }),
      column('kind', columns.name, { isPrimary: true }),
      column('target_id', columns.id, { isPrimary: true }),
    ],
    indices: [new TableIndex({ name: 'ix_example_links_target', columnNames: ['target_id', 'kind'] })],
  });
}
