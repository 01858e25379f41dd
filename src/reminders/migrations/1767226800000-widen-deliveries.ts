import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnBuilder, columns } from '../../platform/persistence';

const BY_DIGEST = { name: 'ix_deliveries_digest_id', columnNames: ['digest_id'], where: '"digest_id" IS NOT NULL' };

/** Mails that carry several reminders, and until when one was held. */
export class WidenDeliveries1767226800000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const column = columnBuilder(queryRunner);
    await queryRunner.createTable(
      new Table({
        name: 'mail_digests',
        columns: [
          column('id', columns.id, { isPrimary: true }),
          column('recipient_user_id', columns.id),
          column('status', columns.name),
          column('send_at', columns.instant),
          column('created_at', columns.instant),
        ],
        indices: [
          new TableIndex({
            name: 'ux_mail_digests_open',
            columnNames: ['recipient_user_id'],
            where: `"status" = 'open'`,
            isUnique: true,
          }),
        ],
      }),
    );
    await queryRunner.addColumn('deliveries', column('digest_id', columns.id, { isNullable: true }));
    await queryRunner.addColumn('deliveries', column('held_until', columns.instant, { isNullable: true }));
    await queryRunner.createIndex('deliveries', new TableIndex(BY_DIGEST));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex('deliveries', BY_DIGEST.name);
    await queryRunner.dropColumn('deliveries', 'held_until');
    await queryRunner.dropColumn('deliveries', 'digest_id');
    await queryRunner.dropTable('mail_digests');
  }
}
