import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../../platform/persistence';

/** One mail for several reminders. It gathers while it is open, and each user has one open at the most. */
@Entity('mail_digests')
@Index('ux_mail_digests_open', ['recipientUserId'], { unique: true, where: '"status" = \'open\'' })
export class MailDigest {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  recipientUserId: string;

  /** Sealed from the moment it is composed: what is told later goes into the next one. */
  @Column(columns.name)
  status: 'open' | 'sealed';

  @Column(columns.instant)
  sendAt: string;

  @Column(columns.instant)
  createdAt: string;
}
