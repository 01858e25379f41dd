import { ApiProperty } from '@nestjs/swagger';
import { AWARD_KINDS, FAMILIES } from '../../../../workflows/history';
import { RecordResponse } from '../../dto/record.response';

/** A decision that was entered. Its awards are in `GET /award-records?decisionRecordId=…`. */
export class DecisionRecordResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: '1234' })
  readonly number: string;

  @ApiProperty({ example: 'QĐ-UBND' })
  readonly symbol: string;

  @ApiProperty()
  readonly issuer: string;

  @ApiProperty({ format: 'date' })
  readonly issuedOn: string;

  @ApiProperty({ type: 'integer', description: 'Its awards on record that were not withdrawn.' })
  readonly awardCount: number;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}

/** What one subject got by an entered decision. */
export class AwardRecordResponse extends RecordResponse {
  @ApiProperty({ format: 'uuid' })
  readonly decisionRecordId: string;

  @ApiProperty({ description: 'Number and symbol of the decision.', example: '1234/QĐ-UBND' })
  readonly decision: string;

  @ApiProperty()
  readonly issuer: string;

  @ApiProperty({ format: 'date' })
  readonly issuedOn: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null for a tier that the rulebooks do not have.' })
  readonly tier: string | null;

  @ApiProperty()
  readonly tierName: string;

  @ApiProperty({ enum: FAMILIES })
  readonly family: 'state' | 'party';

  @ApiProperty({ enum: AWARD_KINDS })
  readonly kind: 'title' | 'form';

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly achievedFrom: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly achievedTo: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Whole đồng.', example: '1410000' })
  readonly amount: string | null;
}
