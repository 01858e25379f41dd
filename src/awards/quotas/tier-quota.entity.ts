import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../../platform/persistence';

/** How many of a tier the rules allow in a unit and year, or in a campaign: the head of its ledger. */
@Entity('tier_quotas')
@Index('ix_tier_quotas_unit_path', ['unitPath'])
@Index('ix_tier_quotas_tier', ['tier', 'id'])
export class TierQuota {
  /** Follows from tier, place, year and kind of subject: whoever comes first writes it. */
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.name)
  tier: string;

  /** The unit within which it counts, or the campaign. */
  @Column(columns.id)
  scopeId: string;

  @Column(columns.text)
  unitPath: string;

  /** The year in which the achievement ends; null for a campaign. */
  @Column({ ...columns.integer, nullable: true })
  year: number | null;

  /** The kind of subject that it limits; null for all together. */
  @Column({ ...columns.name, nullable: true })
  subjects: string | null;

  /** What the share is of, as the office stated it; null while the registers say. */
  @Column({ ...columns.integer, nullable: true })
  base: number | null;

  /** How the council rounds, where the text leaves it to it. */
  @Column({ ...columns.name, nullable: true })
  rounding: string | null;

  /** Where the stated base comes from. */
  @Column({ ...columns.text, nullable: true })
  source: string | null;

  /** Canonical JSON of what the last list was measured by: share, base, places and citations; null before the first. */
  @Column({ ...columns.text, nullable: true })
  finding: string | null;
}

/** A place of it, which there is once: that is what two lists at once run into. */
@Entity('tier_quota_places')
@Unique('uq_tier_quota_places_number', ['quotaId', 'placeNumber'])
export class TierQuotaPlace {
  @PrimaryColumn(columns.id)
  caseId: string;

  @PrimaryColumn(columns.id)
  quotaId: string;

  @Column(columns.integer)
  placeNumber: number;
}
