import { ApiProperty } from '@nestjs/swagger';
import { CHANNELS, DELIVERY_STATES, type Channel, type DeliveryState } from '../delivery';

/** That somebody was told, or is to be told, of a deadline by one channel. */
export class DeliveryResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'reportDue:019b0a6e-0000-7000-8000-0000000000a1' })
  readonly deadlineKey: string;

  @ApiProperty({ format: 'date', description: 'The last day in time.' })
  readonly dueOn: string;

  @ApiProperty({ type: 'integer', description: 'Days from the due day: -7 a week before.' })
  readonly offsetDays: number;

  @ApiProperty({ format: 'uuid' })
  readonly recipientUserId: string;

  @ApiProperty({ enum: CHANNELS })
  readonly channel: Channel;

  @ApiProperty({ enum: DELIVERY_STATES, description: '`inDoubt`: nobody knows whether it arrived; never sent again.' })
  readonly state: DeliveryState;

  @ApiProperty({ description: 'Whether it was missed and told later.' })
  readonly isLate: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'Why it is not sent, or in doubt.' })
  readonly problem: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly sentAt: string | null;
}
