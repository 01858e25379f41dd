import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../../platform/persistence';

/** The ledger of achievements: one achievement is rewarded once. A row stands for as long as the case may end in an award. */
@Entity('achievement_uses')
@Unique('uq_achievement_uses_case_id', ['caseId'])
export class AchievementUse {
  @PrimaryColumn(columns.id)
  achievementId: string;

  @Column(columns.id)
  caseId: string;
}
