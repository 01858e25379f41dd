import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../platform/persistence';

/** A unit that signs a pledge; of a registration the unit alone. */
@Entity('pledge_members')
@Index('ix_pledge_members_unit_id', ['unitId'])
export class PledgeMember {
  @PrimaryColumn(columns.id)
  pledgeId: string;

  @PrimaryColumn(columns.id)
  unitId: string;

  /** 1 when it has signed the present values. */
  @Column(columns.integer)
  isSigned: number;
}

/** What is pledged for a measure. Older revisions stay. */
@Entity('pledge_values')
export class PledgeValue {
  @PrimaryColumn(columns.id)
  pledgeId: string;

  @PrimaryColumn(columns.integer)
  valuesRevision: number;

  @PrimaryColumn(columns.name)
  measureCode: string;

  /** Decimal as text. */
  @Column(columns.text)
  value: string;

  /** Commitment of the reason why it falls short of the assigned value. */
  @Column({ ...columns.hash, nullable: true })
  reason: string | null;
}

/** The one place that a person has in a campaign, as units have theirs. */
@Entity('pledge_person_places')
@Unique('uq_pledge_person_places_pledge_id', ['pledgeId'])
export class PledgePersonPlace {
  @PrimaryColumn(columns.id)
  campaignId: string;

  @PrimaryColumn(columns.id)
  personId: string;

  @Column(columns.id)
  pledgeId: string;
}

/** The one place that a unit has in a campaign. Whoever takes it pledges; it is free again when the pledge comes to nothing. */
@Entity('pledge_places')
@Unique('uq_pledge_places_pledge_id', ['pledgeId'])
export class PledgePlace {
  @PrimaryColumn(columns.id)
  campaignId: string;

  @PrimaryColumn(columns.id)
  unitId: string;

  @Column(columns.id)
  pledgeId: string;
}
