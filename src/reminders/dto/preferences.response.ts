import { ApiProperty } from '@nestjs/swagger';
import { MAIL_MODES, type MailMode } from '../../../workflows/reminder';

/** Hours of a day in Vietnam. */
export class QuietHoursResponse {
  @ApiProperty({ example: '21:00' })
  readonly from: string;

  @ApiProperty({ example: '06:30', description: 'The first minute after them.' })
  readonly to: string;
}

/** How the signed-in user is told: what they said, and what holds where they said nothing. */
export class PreferencesResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: ['vi', 'en'], nullable: true, description: 'Null when the language of the account holds.' })
  readonly language: 'vi' | 'en' | null;

  @ApiProperty({ enum: MAIL_MODES })
  readonly mail: MailMode;

  @ApiProperty({ type: QuietHoursResponse, nullable: true })
  readonly quietHours: QuietHoursResponse | null;

  @ApiProperty({ type: 'integer', description: 'Quiet hours of your own may be so many hours long.' })
  readonly mostQuietHours: number;
}
