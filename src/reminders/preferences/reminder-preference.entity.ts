import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MailMode } from '../../../workflows/reminder';
import { columns } from '../../platform/persistence';

/** What a user said about being told; null where the account, or the installation, decides. */
@Entity('reminder_preferences')
export class ReminderPreference {
  @PrimaryColumn(columns.id)
  userId: string;

  @Column({ ...columns.name, nullable: true })
  language: 'vi' | 'en' | null;

  @Column({ ...columns.name, nullable: true })
  mail: MailMode | null;

  /** `21:00`, in Vietnam. */
  @Column({ ...columns.name, nullable: true })
  quietFrom: string | null;

  @Column({ ...columns.name, nullable: true })
  quietTo: string | null;

  @Column(columns.instant)
  updatedAt: string;
}
