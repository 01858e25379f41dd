import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../platform/persistence';

/** Somebody or something to follow: who or what, where it was found, and where it stands. */
@Entity('examples')
@Index('ix_examples_found_on', ['foundOn', 'id'])
@Index('ix_examples_unit_path', ['unitPath'])
@Index('ix_examples_campaign_id', ['campaignId'])
@Index('ix_examples_subject_id', ['subjectId'])
export class Example {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.name)
  kind: string;

  /** Null for a model. */
  @Column({ ...columns.name, nullable: true })
  subjectKind: string | null;

  @Column({ ...columns.id, nullable: true })
  subjectId: string | null;

  @Column(columns.text)
  title: string;

  @Column(columns.text)
  titleFolded: string;

  @Column(columns.name)
  field: string;

  /** Null when it was found outside of campaigns. */
  @Column({ ...columns.id, nullable: true })
  campaignId: string | null;

  /** The unit that found it. */
  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;

  @Column(columns.localDate)
  foundOn: string;

  @Column(columns.integer)
  foundYear: number;

  /** Canonical JSON: a list of references. */
  @Column(columns.text)
  evidence: string;

  /** Commitment of the short account; empty when there is none. */
  @Column(columns.hash)
  account: string;

  @Column(columns.name)
  state: string;

  @Column(columns.name)
  consent: string;

  @Column({ ...columns.localDate, nullable: true })
  consentOn: string | null;

  /** Commitment. */
  @Column({ ...columns.hash, nullable: true })
  consentNote: string | null;

  @Column({ ...columns.instant, nullable: true })
  reviewedAt: string | null;

  /** Commitment of why it was accepted or declined. */
  @Column({ ...columns.hash, nullable: true })
  review: string | null;

  @Column({ ...columns.instant, nullable: true })
  withdrawnAt: string | null;

  /** Commitment of why; null when consent was not given any more. */
  @Column({ ...columns.hash, nullable: true })
  withdrawal: string | null;

  @Column(columns.integer)
  version: number;
}

/** Once that an example was made known. */
@Entity('example_publications')
@Unique('uq_example_publications_place', ['exampleId', 'channel', 'outletFolded', 'publishedOn'])
export class ExamplePublication {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  exampleId: string;

  @Column(columns.name)
  channel: string;

  @Column(columns.text)
  outlet: string;

  @Column(columns.text)
  outletFolded: string;

  @Column(columns.localDate)
  publishedOn: string;

  /** Commitment of the address, which may name whom it is about; empty when there is none. */
  @Column(columns.hash)
  link: string;
}

/** Something else that an example has to do with: further subjects, achievements, cases. */
@Entity('example_links')
@Index('ix_example_links_target', ['targetId', 'kind'])
export class ExampleLink {
  @PrimaryColumn(columns.id)
  exampleId: string;

  @PrimaryColumn(columns.name)
  kind: string;

  @PrimaryColumn(columns.id)
  targetId: string;
}
