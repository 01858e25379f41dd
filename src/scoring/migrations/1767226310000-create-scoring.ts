import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

type Columns = ReturnType<typeof columnBuilder>;

/** Scoring sheets, which cluster scores by which, the scores of units, and published rankings. */
export class CreateScoring1767226310000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    const tables = [sheets, revisions, ofClusters, scores, entries, rankings];
    for (const table of tables) await queryRunner.createTable(table(column));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const names = [
      'rankings',
      'score_entries',
      'scores',
      'cluster_sheets',
      'scoring_sheet_revisions',
      'scoring_sheets',
    ];
    for (const name of names) await queryRunner.dropTable(name);
  }
}

function sheets(column: Columns): Table {
  return new Table({
    name: 'scoring_sheets',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('unit_id', columns.id),
      column('unit_path', columns.text),
      column('code', columns.key),
      column('name', columns.text),
      column('name_folded', columns.text),
      column('revision', columns.integer),
      column('version', columns.integer),
    ],
    uniques: [new TableUnique({ name: 'uq_scoring_sheets_code', columnNames: ['unit_id', 'code'] })],
    indices: [
      new TableIndex({ name: 'ix_scoring_sheets_unit_path', columnNames: ['unit_path'] }),
      new TableIndex({ name: 'ix_scoring_sheets_name_folded', columnNames: ['name_folded', 'id'] }),
    ],
  });
}

function revisions(column: Columns): Table {
  return new Table({
    name: 'scoring_sheet_revisions',
    columns: [
      column('sheet_id', columns.id, { isPrimary: true }),
      column('revision', columns.integer, { isPrimary: true }),
      column('content', columns.text),
      column('content_hash', columns.hash),
    ],
  });
}

function ofClusters(column: Columns): Table {
  return new Table({
    name: 'cluster_sheets',
    columns: [
      column('cluster_id', columns.id, { isPrimary: true }),
      column('sheet_id', columns.id),
      column('revision', columns.integer),
      column('content_hash', columns.hash),
      column('campaign_id', columns.id, { isNullable: true }),
    ],
    indices: [new TableIndex({ name: 'ix_cluster_sheets_sheet_id', columnNames: ['sheet_id'] })],
  });
}

function scores(column: Columns): Table {
  return new Table({
    name: 'scores',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('cluster_id', columns.id),
      column('unit_id', columns.id),
      column('state', columns.name),
      column('total', columns.text),
      column('women_count', columns.integer, { isNullable: true }),
      column('member_count', columns.integer, { isNullable: true }),
      column('created_at', columns.instant),
      column('version', columns.integer),
    ],
    uniques: [new TableUnique({ name: 'uq_scores_cluster_id_unit_id', columnNames: ['cluster_id', 'unit_id'] })],
    indices: [
      new TableIndex({ name: 'ix_scores_unit_id', columnNames: ['unit_id'] }),
      new TableIndex({ name: 'ix_scores_created_at', columnNames: ['created_at', 'id'] }),
    ],
  });
}

function entries(column: Columns): Table {
  return new Table({
    name: 'score_entries',
    columns: [
      column('score_id', columns.id, { isPrimary: true }),
      column('source', columns.name, { isPrimary: true }),
      column('scorer_id', columns.id, { isPrimary: true }),
      column('criterion_code', columns.key, { isPrimary: true }),
      column('value', columns.text),
      column('plan', columns.text, { isNullable: true }),
      column('reason', columns.hash, { isNullable: true }),
    ],
  });
}

function rankings(column: Columns): Table {
  return new Table({
    name: 'rankings',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('cluster_id', columns.id),
      column('revision', columns.integer),
      column('content', columns.text),
      column('content_hash', columns.hash),
      column('reason', columns.hash, { isNullable: true }),
      column('published_at', columns.instant),
    ],
    uniques: [new TableUnique({ name: 'uq_rankings_cluster_id_revision', columnNames: ['cluster_id', 'revision'] })],
    indices: [new TableIndex({ name: 'ix_rankings_published_at', columnNames: ['published_at', 'id'] })],
  });
}
