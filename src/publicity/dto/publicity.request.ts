import { ApiSchema, IntersectionType } from '@nestjs/swagger';
import { PUBLICATION_CHANNELS, type PublicationChannel } from '../../../workflows/example';
import type { Decimal, LocalDate } from '../../../workflows/kernel';
import { CADENCES, type Cadence } from '../../../workflows/publicity';
import {
  BoundedText,
  IsDecimalText,
  IsLocalDate,
  IsOneOf,
  IsUuid,
  IsWholeNumber,
  Nested,
} from '../../platform/http/validators';
import { ReasonRequest } from '../../platform/validation/reason.request';
import { FIGURE_DIRECTIONS, type FigureDirection } from '../figure';

/** Begins the publicity plan of a campaign. */
export class PlanPublicityRequest {
  @IsUuid()
  readonly campaignId: string;

  @BoundedText({ max: 100, optional: true, description: 'Number of the plan on paper', example: '45/KH-UBND' })
  readonly paper?: string;
}

/** How much is to be published: "over 100", "15 of 15". */
@ApiSchema({ name: 'PublicityFigure' })
export class PublicityFigureRequest {
  @BoundedText({ max: 60, example: 'tin, bài' })
  readonly unit: string;

  @IsOneOf(FIGURE_DIRECTIONS, { example: 'moreThan' })
  readonly direction: FigureDirection;

  @IsDecimalText({ description: 'Of a day or month where it is published by day or month', example: '100' })
  readonly value: Decimal;

  @IsWholeNumber(1, 100_000, { optional: true, description: 'Only of `kOfN`: the n' })
  readonly outOf?: number;
}

class PieceCodeRequest {
  @BoundedText({ max: 30, description: 'The code of the piece, unique in the plan', example: 'TT-01' })
  readonly code: string;
}

/** Adds a piece to a plan. */
export class AddPieceRequest extends PieceCodeRequest {
  @BoundedText({
    max: 500,
    description: 'What is published, never a name of a person',
    example: 'Tin, bài về phong trào',
  })
  readonly content: string;

  @BoundedText({ max: 1000, optional: true, description: 'What whoever is in charge has to do' })
  readonly duty?: string;

  @IsOneOf(PUBLICATION_CHANNELS, { example: 'loudspeaker' })
  readonly channel: PublicationChannel;

  @IsUuid({ optional: true, description: 'The unit in charge; else a body outside' })
  readonly chargedUnitId?: string;

  @BoundedText({ max: 200, optional: true, description: 'A body outside that is in charge', example: 'Báo thành phố' })
  readonly chargedBody?: string;

  @IsOneOf(CADENCES, { example: 'once' })
  readonly cadence: Cadence;

  @IsLocalDate({ optional: true, description: 'First day, of what is published by day or month' })
  readonly startsOn?: LocalDate;

  @IsLocalDate({ description: 'Last day', example: '2024-06-30' })
  readonly dueOn: LocalDate;

  @Nested(() => PublicityFigureRequest, { optional: true, description: 'Absent where nothing is counted' })
  readonly figure?: PublicityFigureRequest;
}

/** Moves the last day of a piece. */
export class ExtendPieceRequest extends IntersectionType(PieceCodeRequest, ReasonRequest) {
  @IsLocalDate({ example: '2024-07-31' })
  readonly dueOn: LocalDate;
}

/** Drops a piece. */
export class DropPieceRequest extends IntersectionType(PieceCodeRequest, ReasonRequest) {}

/** Reports how much was published. */
export class ReportPieceRequest extends PieceCodeRequest {
  @IsLocalDate({ optional: true, description: 'First day that it is about, of what is published by day or month' })
  readonly from?: LocalDate;

  @IsLocalDate({ description: 'Last day that it is about; of one piece the day of the total' })
  readonly asOf: LocalDate;

  @IsDecimalText({ example: '130' })
  readonly value: Decimal;

  @BoundedText({ max: 300, description: 'The report it is taken from', example: '12/BC-UBND' })
  readonly reference: string;
}

/** Takes back a report. */
export class WithdrawReportRequest extends IntersectionType(PieceCodeRequest, ReasonRequest) {
  @IsLocalDate({ description: 'Last day of the report' })
  readonly asOf: LocalDate;
}
