import { Column, Entity, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/** When the cases of a campaign were counted last. Whoever counts takes this row first, so that two wait for each other. */
@Entity('tally_marks')
export class TallyMark {
  /** The campaign, or `none` for all cases outside campaigns. */
  @PrimaryColumn(columns.id)
  campaignKey: string;

  @Column(columns.instant)
  countedAt: string;
}
