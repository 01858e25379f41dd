import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  columnBuilder,
  columns,
  dialectOfRunner,
  workflowColumns,
  workflowIndexes,
  type ColumnBuilder,
} from '../../platform/persistence';

export class CreateReviewRounds1767225701000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'review_rounds',
        columns: [
          ...workflowColumns(dialectOfRunner(queryRunner)),
          column('council_id', columns.id),
          column('campaign_id', columns.id, { isNullable: true }),
          column('kind', columns.name),
          column('meets_on', columns.localDate),
        ],
        indices: [
          ...workflowIndexes('review_rounds'),
          new TableIndex({ name: 'ix_review_rounds_council_id', columnNames: ['council_id'] }),
        ],
      }),
    );
    await queryRunner.createTable(reviewItems(column));
    await queryRunner.createTable(reviewMembers(column));
    await queryRunner.createTable(rollEntries(column));
    await queryRunner.createTable(ballotBoxes(column));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['ballot_boxes', 'roll_entries', 'review_members', 'review_items', 'review_rounds']) {
      await queryRunner.dropTable(table);
    }
  }
}

function reviewItems(column: ColumnBuilder): Table {
  return new Table({
    name: 'review_items',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('review_id', columns.id),
      column('ordinal', columns.integer),
      column('case_id', columns.id, { isNullable: true }),
      column('held_case_id', columns.id, { isNullable: true }),
      column('tier', columns.name),
      column('status', columns.name),
      column('vote_round', columns.integer),
      column('is_passed', columns.integer, { isNullable: true }),
    ],
    uniques: [new TableUnique({ name: 'uq_review_items_held_case_id', columnNames: ['held_case_id'] })],
    indices: [
      new TableIndex({ name: 'ix_review_items_review_id', columnNames: ['review_id'] }),
      new TableIndex({ name: 'ix_review_items_case_id', columnNames: ['case_id'] }),
    ],
  });
}

function reviewMembers(column: ColumnBuilder): Table {
  return new Table({
    name: 'review_members',
    columns: [
      column('review_id', columns.id, { isPrimary: true }),
      column('person_id', columns.id, { isPrimary: true }),
      column('member_id', columns.id),
    ],
  });
}

function rollEntries(column: ColumnBuilder): Table {
  return new Table({
    name: 'roll_entries',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('review_id', columns.id),
      column('item_id', columns.id),
      column('vote_round', columns.integer),
      column('member_id', columns.id),
      column('kind', columns.name),
      column('has_voted', columns.integer),
    ],
    uniques: [new TableUnique({ name: 'uq_roll_entries_member', columnNames: ['item_id', 'vote_round', 'member_id'] })],
    indices: [new TableIndex({ name: 'ix_roll_entries_review_id', columnNames: ['review_id'] })],
  });
}

function ballotBoxes(column: ColumnBuilder): Table {
  return new Table({
    name: 'ballot_boxes',
    columns: [
      column('item_id', columns.id, { isPrimary: true }),
      column('vote_round', columns.integer, { isPrimary: true }),
      column('kind', columns.name, { isPrimary: true }),
      column('capacity', columns.integer),
      column('paper_length', columns.integer),
      column('sealed', columns.text),
    ],
  });
}
