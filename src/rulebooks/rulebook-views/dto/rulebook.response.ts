import { ApiProperty } from '@nestjs/swagger';
import type { Label, LocalDate } from '../../../../workflows/kernel';
import type {
  GovernmentLevel,
  LayerLevel,
  RuleStatus,
  SubjectKind,
  TierFamily,
  TierKind,
} from '../../../../workflows/rulebook';
import { LabelResponse } from '../../../platform/http/problems/problem';

const STATUSES = ['verified', 'secondary', 'unverified'] as const;
const STATUS = {
  enum: STATUSES,
  description: 'Its text was seen; was seen only in a copy or a report; was not seen.',
} as const;

/** How many rows of a rulebook there are of each status. */
export class StatusCountsResponse {
  @ApiProperty({ type: 'integer', example: 120 })
  readonly verified: number;

  @ApiProperty({ type: 'integer', example: 14 })
  readonly secondary: number;

  @ApiProperty({ type: 'integer', example: 9 })
  readonly unverified: number;
}

/** A rulebook in a list. */
export class RulebookSummary {
  @ApiProperty({ example: 'vn-r3' })
  readonly id: string;

  @ApiProperty({ example: 'R3' })
  readonly regime: string;

  @ApiProperty({ type: String, format: 'date', description: 'First day.' })
  readonly effectiveFrom: LocalDate;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day; null while no end is known.' })
  readonly effectiveTo: LocalDate | null;

  @ApiProperty({ description: 'The documents that make it.' })
  readonly document: string;

  @ApiProperty({ description: 'The articles that its dates come from.' })
  readonly citation: string;

  @ApiProperty(STATUS)
  readonly status: RuleStatus;

  @ApiProperty({ type: () => StatusCountsResponse })
  readonly rowCounts: StatusCountsResponse;
}

/** One rule with its source. */
export class RulebookRowResponse {
  @ApiProperty({ example: 'tiers.CSTDCS.vote', description: 'Where it stands in the rulebook.' })
  readonly place: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What it says; its members depend on the place.',
  })
  readonly says: Readonly<Record<string, unknown>>;

  @ApiProperty()
  readonly citation: string;

  @ApiProperty(STATUS)
  readonly status: RuleStatus;

  @ApiProperty({ description: 'True where the law leaves it to the council: the value is a default.' })
  readonly councilChoice: boolean;
}

/** A title or form of a rulebook. */
export class RulebookTierResponse {
  @ApiProperty({ example: 'CSTDCS' })
  readonly code: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly name: Label;

  @ApiProperty({ enum: ['state', 'party'] })
  readonly family: TierFamily;

  @ApiProperty({ enum: ['title', 'form'] })
  readonly kind: TierKind;

  @ApiProperty({ enum: ['state', 'province', 'district', 'commune', 'unit'] })
  readonly level: GovernmentLevel;

  @ApiProperty({ type: 'array', items: { type: 'string', enum: ['person', 'collective', 'household'] } })
  readonly subjects: readonly SubjectKind[];

  @ApiProperty({
    type: 'array',
    items: { type: 'string', enum: ['person', 'collective', 'household'] },
    description: 'The kinds of subject for which the rulebook has a standard.',
  })
  readonly standardsFor: readonly SubjectKind[];
}

/** A rulebook with all its rows. */
export class RulebookResponse extends RulebookSummary {
  @ApiProperty({ type: () => [RulebookTierResponse] })
  readonly tiers: readonly RulebookTierResponse[];

  @ApiProperty({ type: () => [RulebookRowResponse] })
  readonly rows: readonly RulebookRowResponse[];
}

/** The rules that a sector, a province, a commune or a unit made of its own, as far as the level above leaves them to it. */
export class LayerResponse {
  @ApiProperty({ example: 'bac-ninh-2025' })
  readonly id: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly title: Label;

  @ApiProperty({ enum: ['sector', 'province', 'commune', 'unit'] })
  readonly level: LayerLevel;

  @ApiProperty({ description: 'Id of the rulebook or the layer that it changes.', example: 'vn-r3' })
  readonly under: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string' },
    description: 'Codes of the units that it holds for, with everything below them.',
  })
  readonly unitCodes: readonly string[];

  @ApiProperty({ type: String, format: 'date', description: 'First day.' })
  readonly effectiveFrom: LocalDate;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day; null while no end is known.' })
  readonly effectiveTo: LocalDate | null;

  @ApiProperty({ description: 'The document that makes it.' })
  readonly document: string;

  @ApiProperty()
  readonly citation: string;

  @ApiProperty(STATUS)
  readonly status: RuleStatus;

  @ApiProperty({ description: 'True where it is a choice of the council.' })
  readonly councilChoice: boolean;

  @ApiProperty({ type: () => [RulebookRowResponse], description: 'What it puts in the place of rows above.' })
  readonly rows: readonly RulebookRowResponse[];
}

/** Something that comes to its end, and nothing is known to follow it. */
export class RulebookEnding {
  @ApiProperty({ enum: ['rulebook', 'layer'] })
  readonly kind: 'rulebook' | 'layer';

  @ApiProperty({ example: 'vn-r3' })
  readonly id: string;

  @ApiProperty({ type: String, format: 'date', description: 'Its last day.' })
  readonly endsOn: LocalDate;
}

/** All rulebooks that the process was started with. */
export class RulebookListResponse {
  @ApiProperty({ description: 'SHA-256 of all layers together: what a campaign pins at its launch.' })
  readonly release: string;

  @ApiProperty({ type: () => [RulebookSummary], description: 'By their dates.' })
  readonly items: readonly RulebookSummary[];

  @ApiProperty({ type: () => [LayerResponse], description: 'Rules of their own below the nation.' })
  readonly layers: readonly LayerResponse[];

  @ApiProperty({
    type: () => [RulebookEnding],
    description: 'What ends within 90 days, or has ended, without a successor.',
  })
  readonly endings: readonly RulebookEnding[];
}
