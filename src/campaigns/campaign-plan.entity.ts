import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/** A dated part of a campaign in one revision of its plan. */
@Entity('campaign_rounds')
export class CampaignRound {
  @PrimaryColumn(columns.id)
  campaignId: string;

  @PrimaryColumn(columns.integer)
  planRevision: number;

  @PrimaryColumn(columns.integer)
  ordinal: number;

  @Column(columns.text)
  name: string;

  @Column(columns.localDate)
  startsOn: string;

  @Column(columns.localDate)
  endsOn: string;
}

/** An indicator of one revision of a plan. */
@Entity('campaign_indicators')
export class CampaignIndicator {
  @PrimaryColumn(columns.id)
  campaignId: string;

  @PrimaryColumn(columns.integer)
  planRevision: number;

  @PrimaryColumn(columns.name)
  code: string;

  @Column(columns.integer)
  ordinal: number;

  @Column(columns.text)
  name: string;

  /** The group of contents that it belongs to; null for none. */
  @Column({ ...columns.name, nullable: true })
  groupCode: string | null;
}

/** A measure of an indicator; its rule is what the core judges values by. */
@Entity('campaign_measures')
export class CampaignMeasure {
  @PrimaryColumn(columns.id)
  campaignId: string;

  @PrimaryColumn(columns.integer)
  planRevision: number;

  @PrimaryColumn(columns.name)
  code: string;

  @Column(columns.name)
  indicatorCode: string;

  @Column(columns.integer)
  ordinal: number;

  @Column(columns.text)
  name: string;

  /** 1 when a pledge must give a value for it. */
  @Column(columns.integer)
  isMandatory: number;

  /** Canonical JSON of a MeasureRule. */
  @Column(columns.text)
  rule: string;
}

/** A unit that takes part. */
@Entity('campaign_units')
export class CampaignUnit {
  @PrimaryColumn(columns.id)
  campaignId: string;

  @PrimaryColumn(columns.integer)
  planRevision: number;

  @PrimaryColumn(columns.id)
  unitId: string;
}

/** A unit that launches it: the first of them owns it, the others read it. */
@Entity('campaign_issuers')
@Index('ix_campaign_issuers_unit_id', ['unitId'])
export class CampaignIssuer {
  @PrimaryColumn(columns.id)
  campaignId: string;

  @PrimaryColumn(columns.integer)
  planRevision: number;

  @PrimaryColumn(columns.id)
  unitId: string;
}

/** The value of a measure that a unit was assigned. */
@Entity('campaign_allocations')
export class CampaignAllocation {
  @PrimaryColumn(columns.id)
  campaignId: string;

  @PrimaryColumn(columns.integer)
  planRevision: number;

  @PrimaryColumn(columns.name)
  measureCode: string;

  @PrimaryColumn(columns.id)
  unitId: string;

  /** Decimal as text. */
  @Column(columns.text)
  value: string;
}

/** Something that a plan says in words: a theme, a duty, a recipient. Shown with the plan, never searched. */
@Entity('campaign_words')
export class CampaignWords {
  @PrimaryColumn(columns.id)
  campaignId: string;

  @PrimaryColumn(columns.integer)
  planRevision: number;

  /** `themes`, `duties`: the field of the plan. */
  @PrimaryColumn(columns.name)
  field: string;

  @PrimaryColumn(columns.integer)
  ordinal: number;

  /** Canonical JSON. */
  @Column(columns.text)
  content: string;
}
