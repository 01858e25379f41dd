import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../../platform/persistence';

/** How many of a tier a council may recommend, over all its rounds of a campaign. */
@Entity('review_quotas')
@Unique('uq_review_quotas_open_key', ['openKey'])
@Index('ix_review_quotas_council_id', ['councilId'])
@Index('ix_review_quotas_unit_path', ['unitPath'])
export class Quota {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  councilId: string;

  @Column({ ...columns.id, nullable: true })
  campaignId: string | null;

  @Column(columns.name)
  tier: string;

  @Column(columns.integer)
  places: number;

  /** `revote` or `chairDecides`. */
  @Column(columns.name)
  tie: string;

  @Column(columns.integer)
  womanFirst: number;

  /** Council, campaign and tier while it is open: one of them has one quota. Empty once it is closed. */
  @Column({ ...columns.key, nullable: true })
  openKey: string | null;

  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;
}
