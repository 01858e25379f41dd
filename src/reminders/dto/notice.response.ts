import { ApiProperty } from '@nestjs/swagger';
import type { Instant, Label } from '../../../workflows/kernel';
import { LabelResponse } from '../../platform/http/problems/problem';
import type { InboxItem } from '../reminders.queries';

/** What a notice is about. */
export class NoticeSubject {
  @ApiProperty({ example: 'campaign' })
  readonly kind: string;

  @ApiProperty({ format: 'uuid' })
  readonly id: string;
}

/** One notice of the signed-in user. */
export class NoticeResponse implements InboxItem {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'campaign.reportDue', description: 'Kind of the deadline, or of what happened.' })
  readonly kind: string;

  @ApiProperty({ type: () => NoticeSubject })
  readonly subject: NoticeSubject;

  @ApiProperty({ type: () => LabelResponse })
  readonly message: Label;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly createdAt: Instant;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly readAt: Instant | null;
}
