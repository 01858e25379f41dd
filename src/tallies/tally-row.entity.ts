import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TallyAxis, TallyFamily, TallyStage, TallySubjectKind } from '../../workflows/tally';
import { columns } from '../platform/persistence';

/** One number of a tally, as it was computed last. What is 0 has no row. */
@Entity('tally_rows')
export class TallyRow {
  /** The campaign, or `none` for all cases outside campaigns. */
  @PrimaryColumn(columns.id)
  campaignKey: string;

  @PrimaryColumn(columns.name)
  axis: TallyAxis;

  /** On that axis. */
  @PrimaryColumn(columns.integer)
  year: number;

  /** Empty for the total over all tiers, whose heads are no sum: who holds two tiers is one head. */
  @PrimaryColumn(columns.name)
  tier: string;

  /** Party awards never enter State tallies: their lines stand apart. */
  @PrimaryColumn(columns.name)
  family: TallyFamily;

  @PrimaryColumn(columns.name)
  subjectKind: TallySubjectKind;

  @PrimaryColumn(columns.name)
  stage: TallyStage;

  @Column(columns.integer)
  awards: number;

  @Column(columns.integer)
  heads: number;

  /** Whole đồng. */
  @Column(columns.amount)
  money: number;
}
