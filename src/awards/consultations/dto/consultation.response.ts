import { ApiProperty } from '@nestjs/swagger';
import {
  CONSULTATION_KINDS,
  CONSULTATION_STATES,
  type ConsultationKind,
  type ConsultationState,
} from '../../../../workflows/award';
import type { Label } from '../../../../workflows/kernel';
import { LabelResponse } from '../../../platform/http/problems/problem';

/** One consultation in a list. */
export class ConsultationListItem {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: CONSULTATION_KINDS })
  readonly kind: ConsultationKind;

  @ApiProperty({ type: () => LabelResponse })
  readonly kindLabel: Label;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly caseId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly consolidationId: string | null;

  @ApiProperty({ example: 'Đảng ủy phường' })
  readonly askedBody: string;

  @ApiProperty({ type: String, nullable: true })
  readonly place: string | null;

  @ApiProperty({ format: 'date' })
  readonly opensOn: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly dueOn: string | null;

  @ApiProperty({ enum: CONSULTATION_STATES })
  readonly state: ConsultationState;

  @ApiProperty({ type: () => LabelResponse })
  readonly stateLabel: Label;

  @ApiProperty({ description: 'True for a body that let its term go by: the case goes on without its word.' })
  readonly isSilent: boolean;

  @ApiProperty({ type: String, nullable: true })
  readonly answerNumber: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly answeredOn: string | null;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}

/** What somebody objected and what was answered. */
export class ObjectionResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'date' })
  readonly receivedOn: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null once erased.' })
  readonly text: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null while there is none, or once erased.' })
  readonly answer: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly answeredAt: string | null;
}

/** One consultation with its objections. */
export class ConsultationResponse extends ConsultationListItem {
  @ApiProperty({
    type: [ObjectionResponse],
    nullable: true,
    description: 'Null to whoever has no seat over the authority that receives them, such as the unit that nominated.',
  })
  readonly objections: readonly ObjectionResponse[] | null;
}
