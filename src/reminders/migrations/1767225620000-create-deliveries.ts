import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

export class CreateDeliveries1767225620000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'deliveries',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('occurrence_id', columns.id),
          column('recipient_user_id', columns.id),
          column('channel', columns.name),
          column('state', columns.name),
          column('message_id', columns.key),
          column('is_late', columns.integer),
          column('problem', columns.text, { isNullable: true }),
          column('created_at', columns.instant),
          column('sent_at', columns.instant, { isNullable: true }),
        ],
        uniques: [
          new TableUnique({
            name: 'uq_deliveries_once',
            columnNames: ['occurrence_id', 'recipient_user_id', 'channel'],
          }),
        ],
        indices: [
          new TableIndex({
            name: 'ix_deliveries_unsettled',
            columnNames: ['state', 'id'],
            where: `"state" <> 'sent'`,
          }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('deliveries');
  }
}
