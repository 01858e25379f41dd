import { Column, Entity, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/** When the numbers of a campaign were computed, and from what. */
@Entity('tally_runs')
export class TallyRun {
  @PrimaryColumn(columns.id)
  campaignKey: string;

  @Column(columns.instant)
  computedAt: string;

  /** Fingerprint of what was counted: while that is the same, so are the numbers. */
  @Column(columns.text)
  source: string;
}
