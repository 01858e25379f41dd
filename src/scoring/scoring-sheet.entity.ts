import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../platform/persistence';

/** What units are scored by; its criteria are in its revisions. */
@Entity('scoring_sheets')
@Unique('uq_scoring_sheets_code', ['unitId', 'code'])
@Index('ix_scoring_sheets_unit_path', ['unitPath'])
@Index('ix_scoring_sheets_name_folded', ['nameFolded', 'id'])
export class ScoringSheetRow {
  @PrimaryColumn(columns.id)
  id: string;

  /** The unit that has issued it. */
  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;

  @Column(columns.key)
  code: string;

  @Column(columns.text)
  name: string;

  @Column(columns.text)
  nameFolded: string;

  /** The newest one. */
  @Column(columns.integer)
  revision: number;

  @Column(columns.integer)
  version: number;
}

/** The criteria of a sheet as they were at one time; never changed. */
@Entity('scoring_sheet_revisions')
export class ScoringSheetRevision {
  @PrimaryColumn(columns.id)
  sheetId: string;

  @PrimaryColumn(columns.integer)
  revision: number;

  /** Canonical JSON. */
  @Column(columns.text)
  content: string;

  @Column(columns.hash)
  contentHash: string;
}

/** The revision by which a cluster scores; not changed once a unit has begun. */
@Entity('cluster_sheets')
@Index('ix_cluster_sheets_sheet_id', ['sheetId'])
export class ClusterSheet {
  @PrimaryColumn(columns.id)
  clusterId: string;

  @Column(columns.id)
  sheetId: string;

  @Column(columns.integer)
  revision: number;

  /** Of the revision when it was taken. */
  @Column(columns.hash)
  contentHash: string;

  /** The campaign whose measures the criteria name. */
  @Column({ ...columns.id, nullable: true })
  campaignId: string | null;
}
