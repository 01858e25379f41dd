import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateConsultations1767226400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [consultations(queryRunner), objections(queryRunner)]) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('consultation_objections');
    await queryRunner.dropTable('consultations');
  }
}

function consultations(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'consultations',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('kind', columns.name),
      column('case_id', columns.id, { isNullable: true }),
      column('consolidation_id', columns.id, { isNullable: true }),
      column('unit_path', columns.text),
      column('authority_path', columns.text),
      column('asked_body', columns.text),
      column('place', columns.text, { isNullable: true }),
      column('opens_on', columns.localDate),
      column('due_on', columns.localDate, { isNullable: true }),
      column('state', columns.name),
      column('answer_number', columns.key, { isNullable: true }),
      column('answered_on', columns.localDate, { isNullable: true }),
      column('version', columns.integer),
      column('created_at', columns.instant),
    ],
    indices: [
      new TableIndex({ name: 'ix_consultations_case_id', columnNames: ['case_id'] }),
      new TableIndex({ name: 'ix_consultations_consolidation_id', columnNames: ['consolidation_id'] }),
      new TableIndex({ name: 'ix_consultations_unit_path', columnNames: ['unit_path'] }),
      new TableIndex({ name: 'ix_consultations_created_at', columnNames: ['created_at', 'id'] }),
    ],
  });
}

function objections(queryRunner: QueryRunner): Table {
  const column = columnBuilder(queryRunner);
  return new Table({
    name: 'consultation_objections',
    columns: [
      column('id', columns.id, { isPrimary: true }),
      column('consultation_id', columns.id),
      column('received_on', columns.localDate),
      column('text', columns.hash),
      column('answer', columns.hash, { isNullable: true }),
      column('answered_at', columns.instant, { isNullable: true }),
    ],
    indices: [new TableIndex({ name: 'ix_consultation_objections_consultation_id', columnNames: ['consultation_id'] })],
  });
}
