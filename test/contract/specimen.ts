import { Column, Entity, PrimaryColumn, Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns } from '../../src/platform/persistence/column-types';
import type { Schema } from '../../src/platform/persistence/persistence-options';
import { columnBuilder, dialectOfRunner } from '../../src/platform/persistence/tables';
import {
  workflowColumns,
  WorkflowColumns,
  WorkflowIndexes,
  workflowIndexes,
} from '../../src/platform/persistence/workflow-columns';

/** A plain table of a feature, for the contracts. */
@Entity('specimens')
export class Specimen {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.text)
  name: string;

  @Column(columns.integer)
  version: number;

  @Column({ ...columns.amount, nullable: true })
  amount: number | null;
}

/** A workflow's table, as features make them. */
@Entity('specimen_flows')
@WorkflowIndexes('specimen_flows')
export class SpecimenFlow {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(() => WorkflowColumns, { prefix: false })
  workflow: WorkflowColumns;

  @Column({ ...columns.localDate, nullable: true })
  dueOn: string | null;
}

class CreateSpecimens1767225700000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'specimens',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('name', columns.text),
          column('version', columns.integer),
          column('amount', columns.amount, { isNullable: true }),
        ],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'specimen_flows',
        columns: [
          ...workflowColumns(dialectOfRunner(queryRunner)),
          column('due_on', columns.localDate, { isNullable: true }),
        ],
        indices: workflowIndexes('specimen_flows'),
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('specimen_flows');
    await queryRunner.dropTable('specimens');
  }
}

export const specimenSchema: Schema = {
  entities: [Specimen, SpecimenFlow],
  migrations: [CreateSpecimens1767225700000],
};
