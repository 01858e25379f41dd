import { ApiProperty } from '@nestjs/swagger';
import type { Label } from '../../../workflows/kernel';
import { LabelResponse } from '../../platform/http/problems/problem';
import { NoticeSubject } from './notice.response';

/** Something that waits for the signed-in user. */
export class WaitingItemResponse {
  @ApiProperty({ example: 'pledgeToSign' })
  readonly kind: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly label: Label;

  @ApiProperty({ type: () => NoticeSubject })
  readonly subject: NoticeSubject;

  @ApiProperty({ format: 'uuid', description: 'The unit that it is of.' })
  readonly unitId: string;

  @ApiProperty({ type: String, nullable: true })
  readonly unitName: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly campaignId: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly campaignName: string | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Last day in time; null when there is none.',
  })
  readonly dueOn: string | null;

  @ApiProperty({
    type: () => LabelResponse,
    nullable: true,
    description: 'Says that the day may still move; null when it is final or there is none.',
  })
  readonly provisional: Label | null;

  @ApiProperty({
    type: [String],
    example: ['pledge.sign'],
    description: 'What it waits for. Whether that is possible now, and why not, the commands of the subject say.',
  })
  readonly commands: readonly string[];
}

/** How many things of one kind wait. */
export class WaitingCountResponse {
  @ApiProperty({ example: 'pledgeToSign' })
  readonly kind: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly label: Label;

  @ApiProperty({ type: 'integer' })
  readonly count: number;
}

/** How many things wait, kind by kind. */
export class WaitingCountsResponse {
  @ApiProperty({ type: [WaitingCountResponse] })
  readonly items: readonly WaitingCountResponse[];

  @ApiProperty({ description: 'True when more is owed than was counted; the list has all of it.' })
  readonly isCut: boolean;
}
