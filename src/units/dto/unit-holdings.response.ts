import { ApiProperty } from '@nestjs/swagger';
import { HOLDING_FATES, type HoldingFate } from '../unit-holdings';

/** A text in both languages. */
export class BothLanguages {
  @ApiProperty({ example: 'Đăng ký thi đua đang thực hiện' })
  readonly vi: string;

  @ApiProperty({ example: 'Open pledges' })
  readonly en: string;
}

/** Things of one kind that hang on a unit. */
export class HoldingResponse {
  @ApiProperty({ example: 'pledge' })
  readonly kind: string;

  @ApiProperty({ type: BothLanguages })
  readonly label: BothLanguages;

  @ApiProperty({
    enum: HOLDING_FATES,
    description: 'What becomes of them when the unit ends; the seats of the successor carry on what stays.',
  })
  readonly fate: HoldingFate;

  @ApiProperty({ type: 'integer' })
  readonly count: number;

  @ApiProperty({ type: [String], format: 'uuid', description: 'The first ones.' })
  readonly ids: readonly string[];
}

/** What hangs on a unit. */
export class UnitHoldingsResponse {
  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ type: [HoldingResponse], description: 'By kind; kinds of which there is nothing are left out.' })
  readonly holdings: readonly HoldingResponse[];
}

/** What a merger would meet. */
export class MergePreviewResponse {
  @ApiProperty({ type: [UnitHoldingsResponse], description: 'For each unit that would end.' })
  readonly units: readonly UnitHoldingsResponse[];
}
