import { ApiProperty } from '@nestjs/swagger';
import {
  CRITERION_KINDS,
  GATE_EFFECTS,
  SCORING_METHODS,
  TIE_BREAKS,
  type CriterionKind,
  type GateEffect,
  type ScoringMethod,
  type TieBreak,
} from '../../../workflows/scoring';

const TEXT = { type: String, nullable: true } as const;

/** A scoring sheet in a list. */
export class SheetSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid', description: 'The unit that has issued it.' })
  readonly unitId: string;

  @ApiProperty({ example: 'BCD-2024' })
  readonly code: string;

  @ApiProperty({ example: 'Bảng chấm điểm thi đua cụm năm 2024' })
  readonly name: string;

  @ApiProperty({ type: 'integer', description: 'The newest one.' })
  readonly revision: number;

  @ApiProperty({ type: 'integer', description: 'Number of changes so far.' })
  readonly version: number;
}

/** Values and the points for them. */
export class BandResponse {
  @ApiProperty(TEXT)
  readonly from: string | null;

  @ApiProperty()
  readonly isFromIncluded: boolean;

  @ApiProperty(TEXT)
  readonly to: string | null;

  @ApiProperty()
  readonly isToIncluded: boolean;

  @ApiProperty({ example: '6' })
  readonly points: string;
}

/** A line of a scoring sheet. */
export class CriterionResponse {
  @ApiProperty({ example: 'I.1' })
  readonly code: string;

  @ApiProperty({ example: 'Tỷ lệ hộ gia đình văn hóa' })
  readonly name: string;

  @ApiProperty(TEXT)
  readonly parentCode: string | null;

  @ApiProperty({ enum: CRITERION_KINDS })
  readonly kind: CriterionKind;

  @ApiProperty({ enum: SCORING_METHODS, nullable: true })
  readonly method: ScoringMethod | null;

  @ApiProperty({ example: '1' })
  readonly weight: string;

  @ApiProperty(TEXT)
  readonly maxPoints: string | null;

  @ApiProperty(TEXT)
  readonly plan: string | null;

  @ApiProperty(TEXT)
  readonly measureCode: string | null;

  @ApiProperty(TEXT)
  readonly pointsEach: string | null;

  @ApiProperty({ type: [BandResponse] })
  readonly bands: readonly BandResponse[];

  @ApiProperty({ enum: GATE_EFFECTS, nullable: true })
  readonly onFail: GateEffect | null;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly roundTo: number | null;
}

/** A link of the chain that decides among equal totals. */
export class TieBreakResponse {
  @ApiProperty({ enum: TIE_BREAKS })
  readonly by: TieBreak['by'];

  @ApiProperty(TEXT)
  readonly code: string | null;
}

/** A scoring sheet with its criteria. */
export class SheetResponse extends SheetSummary {
  @ApiProperty({ type: 'integer', description: 'The revision whose criteria these are.' })
  readonly shownRevision: number;

  @ApiProperty({ type: [CriterionResponse] })
  readonly criteria: readonly CriterionResponse[];

  @ApiProperty(TEXT)
  readonly bonusCap: string | null;

  @ApiProperty(TEXT)
  readonly penaltyCap: string | null;

  @ApiProperty({ type: 'integer', description: 'Digits that the total is rounded to, half up.' })
  readonly roundTo: number;

  @ApiProperty({ type: [TieBreakResponse] })
  readonly tieBreak: readonly TieBreakResponse[];
}
