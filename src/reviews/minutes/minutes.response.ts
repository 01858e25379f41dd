import { ApiProperty } from '@nestjs/swagger';
import type { Citation, Label } from '../../../workflows/kernel';
import { CitationResponse, LabelResponse } from '../../platform/http/problems/problem';
import { ItemResultResponse } from '../dto/item-result.response';

/** A member as minutes name them. */
export class MinutesMember {
  @ApiProperty({ format: 'uuid' })
  readonly memberId: string;

  @ApiProperty({ description: 'Empty once the person was erased' })
  readonly name: string;

  @ApiProperty({ enum: ['chair', 'viceChair', 'member', 'secretary'] })
  readonly seat: string;
}

/** A member with one word about them. */
export class MinutesRemark {
  @ApiProperty({ type: () => MinutesMember })
  readonly member: MinutesMember;

  @ApiProperty({ nullable: true, type: String, description: 'Cause of an absence; arrived or left' })
  readonly word: string | null;

  @ApiProperty({ nullable: true, type: String, format: 'date-time' })
  readonly at: string | null;
}

/** One time the council sat. */
export class MinutesSitting {
  @ApiProperty({ format: 'date' })
  readonly on: string;

  @ApiProperty({ type: () => [MinutesMember] })
  readonly present: readonly MinutesMember[];

  @ApiProperty({ type: () => [MinutesRemark] })
  readonly absent: readonly MinutesRemark[];

  @ApiProperty({ type: () => [MinutesRemark], description: 'Who came late and who left early' })
  readonly movements: readonly MinutesRemark[];
}

/** One item with what the vote came to. */
export class MinutesItem {
  @ApiProperty({ type: 'integer' })
  readonly ordinal: number;

  @ApiProperty({ format: 'uuid' })
  readonly itemId: string;

  @ApiProperty({ description: 'What is asked, or who is nominated' })
  readonly title: string;

  @ApiProperty()
  readonly tier: string;

  @ApiProperty({ enum: ['secret', 'open', 'written', 'recorded'] })
  readonly ballot: string;

  @ApiProperty({ type: 'integer', description: '2 and more where the vote was taken again' })
  readonly voteRound: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'How many had to be present' })
  readonly quorum: number | null;

  @ApiProperty({ type: () => [MinutesMember], description: 'Off the roll for a conflict of interest' })
  readonly conflicted: readonly MinutesMember[];

  @ApiProperty({ type: () => MinutesMember, nullable: true, description: 'Who presided over its ballot' })
  readonly presider: MinutesMember | null;

  @ApiProperty({ type: Boolean, nullable: true })
  readonly isPassed: boolean | null;

  @ApiProperty({ type: () => LabelResponse, nullable: true })
  readonly sentence: Label | null;

  @ApiProperty({ type: () => LabelResponse, nullable: true, description: 'Where it stands in its quota' })
  readonly place: Label | null;

  @ApiProperty({ type: 'integer', isArray: true, description: 'Votes in favour in ballots that broke a tie' })
  readonly tieBreaks: readonly number[];

  @ApiProperty({ type: () => ItemResultResponse, nullable: true })
  readonly result: ItemResultResponse | null;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, description: 'Votes by option' })
  readonly votes: Readonly<Record<string, number>>;

  @ApiProperty({ nullable: true, type: String })
  readonly stepDownTo: string | null;

  @ApiProperty({ type: () => CitationResponse, nullable: true })
  readonly citation: Citation | null;
}

/** What whoever presided declared. */
export class MinutesDeclaration {
  @ApiProperty({ type: () => MinutesMember })
  readonly member: MinutesMember;

  @ApiProperty({ enum: ['agrees', 'disagrees'] })
  readonly statement: string;

  @ApiProperty({ type: 'integer', isArray: true, description: 'Ordinals of the items' })
  readonly ordinals: readonly number[];
}

/** A signature, given here or recorded from paper. */
export class MinutesSignature {
  @ApiProperty({ type: () => MinutesMember })
  readonly member: MinutesMember;

  @ApiProperty()
  readonly isOnPaper: boolean;
}

/** The minutes of a review round as data. No figure while an item is open or not counted. */
export class MinutesResponse {
  @ApiProperty({ format: 'uuid' })
  readonly reviewId: string;

  @ApiProperty({ description: 'True until the minutes are drawn up' })
  readonly isDraft: boolean;

  @ApiProperty({ description: 'The council or the cluster' })
  readonly host: string;

  @ApiProperty()
  readonly kind: string;

  @ApiProperty({ format: 'date' })
  readonly meetsOn: string;

  @ApiProperty({ format: 'date', nullable: true, type: String })
  readonly answersBy: string | null;

  @ApiProperty({ format: 'date', nullable: true, type: String, description: 'The day of the minutes' })
  readonly drawnUpOn: string | null;

  @ApiProperty({ type: () => [MinutesMember] })
  readonly invited: readonly MinutesMember[];

  @ApiProperty({ type: () => [MinutesSitting] })
  readonly sittings: readonly MinutesSitting[];

  @ApiProperty({ type: () => [MinutesMember] })
  readonly counters: readonly MinutesMember[];

  @ApiProperty({ type: () => [MinutesMember], description: 'Whose ballots came in, of a written round once counted' })
  readonly answered: readonly MinutesMember[];

  @ApiProperty({
    type: () => [MinutesMember],
    description: 'Absent members whose written opinion came in, once counted',
  })
  readonly wrote: readonly MinutesMember[];

  @ApiProperty({ type: () => [MinutesItem] })
  readonly items: readonly MinutesItem[];

  @ApiProperty({ type: () => [MinutesDeclaration] })
  readonly declarations: readonly MinutesDeclaration[];

  @ApiProperty({ type: () => [MinutesSignature] })
  readonly signatures: readonly MinutesSignature[];
}

/** The minutes of the count as data. */
export class CountMinutesResponse {
  @ApiProperty({ format: 'uuid' })
  readonly reviewId: string;

  @ApiProperty()
  readonly host: string;

  @ApiProperty({ format: 'date' })
  readonly on: string;

  @ApiProperty({ description: 'False while an item is open or not counted: then there is no figure' })
  readonly isCounted: boolean;

  @ApiProperty({ type: () => [MinutesMember] })
  readonly counters: readonly MinutesMember[];

  @ApiProperty({ type: () => [MinutesItem] })
  readonly items: readonly MinutesItem[];

  @ApiProperty({ type: () => [MinutesSignature] })
  readonly signatures: readonly MinutesSignature[];
}
