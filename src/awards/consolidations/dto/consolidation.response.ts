import { ApiProperty } from '@nestjs/swagger';
import type { Label } from '../../../../workflows/kernel';
import { LabelResponse } from '../../../platform/http/problems/problem';
import { CaseSubject } from '../../cases/dto/case.response';
import { CONSOLIDATION_STATES, type ConsolidationState } from '../consolidation-states';

/** One list in a list. */
export class ConsolidationListItem {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly authorityUnitId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly campaignId: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'GK' })
  readonly tier: string | null;

  @ApiProperty({ type: String, nullable: true, example: '21/DS-HĐTĐKT' })
  readonly number: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly datedOn: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly signerTitle: string | null;

  @ApiProperty({ enum: CONSOLIDATION_STATES })
  readonly state: ConsolidationState;

  @ApiProperty({ type: () => LabelResponse })
  readonly stateLabel: Label;

  @ApiProperty({ type: 'integer' })
  readonly caseCount: number;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}

/** One line of a list, as it is printed. */
export class ConsolidatedCase {
  @ApiProperty({ type: 'integer', description: 'From 1, in the order of the list' })
  readonly ordinal: number;

  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;

  @ApiProperty({ type: () => CaseSubject })
  readonly subject: CaseSubject;

  @ApiProperty({ format: 'uuid', description: 'The unit that submitted it' })
  readonly unitId: string;

  @ApiProperty({ example: 'Phường Một' })
  readonly unitName: string;

  @ApiProperty({ example: '12/TTr-UBND', description: 'Number of the dossier' })
  readonly dossierNumber: string;

  @ApiProperty({ example: 'GK' })
  readonly tier: string;

  @ApiProperty({ example: 'merit' })
  readonly commendation: string;

  @ApiProperty({ format: 'date' })
  readonly achievedFrom: string;

  @ApiProperty({ format: 'date' })
  readonly achievedTo: string;

  @ApiProperty({ example: 'listed' })
  readonly state: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly stateLabel: Label;
}

/** One list with its cases: all that its print needs. */
export class ConsolidationResponse extends ConsolidationListItem {
  @ApiProperty({ type: [ConsolidatedCase] })
  readonly cases: readonly ConsolidatedCase[];
}
