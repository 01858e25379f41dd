import { Column, Entity, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';
import type { ResultStatus, ResultKind } from './results';

/** How often something of a campaign's plan came out so, as it was computed last. What is 0 has no row. */
@Entity('tally_results')
export class TallyResult {
  @PrimaryColumn(columns.id)
  campaignKey: string;

  /** Whether units are counted for an indicator or a measure, or indicators for a unit. */
  @PrimaryColumn(columns.name)
  kind: ResultKind;

  /** Code of the indicator or measure, or id of the unit. */
  @PrimaryColumn(columns.name)
  key: string;

  @PrimaryColumn(columns.name)
  status: ResultStatus;

  @Column(columns.integer)
  count: number;
}
