import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { TallyFamily, TallyLeaderLevel, TallySubjectKind } from '../../workflows/tally';
import { columns } from '../platform/persistence';

/** As what a case is counted: it changes together with the numbers, so that they always add up to these rows. */
@Entity('tally_cases')
@Index('ix_tally_cases_subject', ['campaignKey', 'subjectId'])
@Index('ix_tally_cases_unit_path', ['campaignKey', 'unitPath'])
@Index('ix_tally_cases_tier', ['campaignKey', 'tier'])
export class TallyCase {
  @PrimaryColumn(columns.id)
  caseId: string;

  /** Of the case, when it was counted. */
  @Column(columns.integer)
  version: number;

  /** The campaign, or `none` for all cases outside campaigns. */
  @Column(columns.id)
  campaignKey: string;

  @Column(columns.name)
  tier: string;

  @Column(columns.name)
  family: TallyFamily;

  @Column(columns.name)
  subjectKind: TallySubjectKind;

  @Column(columns.id)
  subjectId: string;

  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;

  @Column(columns.integer)
  achievedYear: number;

  @Column({ ...columns.integer, nullable: true })
  decidedYear: number | null;

  @Column({ ...columns.integer, nullable: true })
  presentedYear: number | null;

  /** 0 for a case that counts nowhere: not handed in, sent back, given up. */
  @Column(columns.integer)
  isProposed: number;

  @Column(columns.integer)
  isEligible: number;

  @Column(columns.integer)
  isInReview: number;

  @Column(columns.integer)
  isRecommended: number;

  @Column(columns.integer)
  isSentUp: number;

  @Column(columns.integer)
  isGrantedAbove: number;

  @Column(columns.integer)
  isPaid: number;

  @Column(columns.integer)
  isRevoked: number;

  /** Whole đồng. */
  @Column(columns.amount)
  money: number;

  /** Of a person, as on the day when the award was decided: who changes work later does not change the tally. */
  @Column({ ...columns.integer, nullable: true })
  isDirectWorker: number | null;

  @Column({ ...columns.integer, nullable: true })
  isLeader: number | null;

  /** At which level; `none` of who is no leader, `unstated` of a leader of whom nobody said it. */
  @Column({ ...columns.name, nullable: true })
  leaderLevel: TallyLeaderLevel | null;
}
