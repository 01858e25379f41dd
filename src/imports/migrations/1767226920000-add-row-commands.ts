import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

/** Rows that become a command of their own kind on something that is there: another award of a decision. */
export class AddRowCommands1767226920000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.addColumns('import_rows', [
      column('command_type', columns.name, { isNullable: true }),
      column('instance_id', columns.id, { isNullable: true }),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumns('import_rows', ['instance_id', 'command_type']);
  }
}
