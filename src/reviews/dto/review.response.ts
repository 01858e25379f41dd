import { ApiProperty } from '@nestjs/swagger';
import type { Citation, Label } from '../../../workflows/kernel';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { CitationResponse, LabelResponse } from '../../platform/http/problems/problem';
import { BoundedText, IsUuid } from '../../platform/http/validators';
import { ItemResultResponse } from './item-result.response';

/** Narrows the list of review rounds. */
export class ReviewListQuery extends PageQuery {
  @BoundedText({ max: 60, optional: true })
  readonly state?: string;

  @IsUuid({ optional: true })
  readonly councilId?: string;

  @IsUuid({ optional: true })
  readonly campaignId?: string;
}

/** One review round in a list. */
export class ReviewSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly councilId: string;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly campaignId: string | null;

  @ApiProperty()
  readonly kind: string;

  @ApiProperty()
  readonly state: string;

  @ApiProperty({ format: 'date' })
  readonly meetsOn: string;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}

/** A place of a quota, or a number on its waiting list. */
export class PlaceResponse {
  @ApiProperty({ format: 'uuid' })
  readonly quotaId: string;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly number: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly waiting: number | null;

  @ApiProperty({
    type: () => CitationResponse,
    required: false,
    description: 'The rule that put it before others with as many votes; absent where the votes or the chair did',
  })
  readonly tieBy?: Citation;

  @ApiProperty({ type: () => LabelResponse })
  readonly sentence: Label;
}

/** One item as a member may see it. While its ballot is open nobody sees a count. */
export class ReviewItemResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly caseId: string | null;

  @ApiProperty({ nullable: true, type: String, description: 'What is asked where there is no case' })
  readonly title: string | null;

  @ApiProperty({ example: 'GK', description: 'Code of the tier; question where there is no case' })
  readonly tier: string;

  @ApiProperty({ enum: ['yesNo', 'choose'] })
  readonly kind: string;

  @ApiProperty({ type: [String], description: 'Of a ballot that chooses, in its order' })
  readonly options: readonly string[];

  @ApiProperty({ nullable: true, type: () => PlaceResponse, description: 'Place of a quota, once it is allotted' })
  readonly place: PlaceResponse | null;

  @ApiProperty({ nullable: true, type: String, description: 'The lower tier that the council recommends instead' })
  readonly stepDownTo: string | null;

  @ApiProperty({ example: 'counted' })
  readonly status: string;

  @ApiProperty({ type: 'integer' })
  readonly voteRound: number;

  @ApiProperty({ nullable: true, type: Boolean, description: 'Known once the item is counted' })
  readonly isPassed: boolean | null;

  @ApiProperty({ nullable: true, type: () => LabelResponse, description: 'Needed and reached votes, in words' })
  readonly sentence: Label | null;

  @ApiProperty({ nullable: true, type: () => ItemResultResponse })
  readonly result: ItemResultResponse | null;

  @ApiProperty({ nullable: true, type: () => CitationResponse, description: 'Where the pass rule comes from' })
  readonly citation: Citation | null;

  @ApiProperty({ type: [String], description: 'Members who must not vote on it' })
  readonly conflictedMemberIds: readonly string[];
}

/** One review round with its agenda. */
export class ReviewResponse extends ReviewSummary {
  @ApiProperty({ type: () => [ReviewItemResponse] })
  readonly items: readonly ReviewItemResponse[];

  @ApiProperty({ type: [String] })
  readonly presentMemberIds: readonly string[];

  @ApiProperty({ type: [String], description: 'The counting committee; empty until it is named' })
  readonly counterIds: readonly string[];

  @ApiProperty({ format: 'date', nullable: true, type: String, description: 'Last day for answers of a written round' })
  readonly answersBy: string | null;

  @ApiProperty({ format: 'date', nullable: true, type: String, description: 'When an adjourned round sits again' })
  readonly resumesOn: string | null;

  @ApiProperty({ type: [String], description: 'Items that cannot pass even if everybody were in favour' })
  readonly unpassableItemIds: readonly string[];
}
