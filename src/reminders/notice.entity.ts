import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/** Something a user is told inside the application. */
@Entity('notices')
@Index('ix_notices_inbox', ['userId', 'createdAt', 'id'])
@Index('ix_notices_delivery_id', ['deliveryId'])
export class Notice {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  userId: string;

  /** The delivery that it is; null for a notice that no deadline caused. */
  @Column({ ...columns.id, nullable: true })
  deliveryId: string | null;

  /** Kind of the deadline, or of what happened: `campaign.reportDue`, `campaign.launched`. */
  @Column(columns.name)
  kind: string;

  @Column(columns.name)
  subjectKind: string;

  @Column(columns.id)
  subjectId: string;

  /** Path of the unit that the subject belongs to, or of the seat that was told: who loses the seat no longer sees it. */
  @Column(columns.text)
  unitPath: string;

  @Column(columns.text)
  messageVi: string;

  @Column(columns.text)
  messageEn: string;

  @Column(columns.instant)
  createdAt: string;

  @Column({ ...columns.instant, nullable: true })
  readAt: string | null;
}
