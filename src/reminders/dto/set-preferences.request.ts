import { MAIL_MODES, type MailMode } from '../../../workflows/reminder';
import { field, IsOneOf, Nested, type FieldRule } from '../../platform/http/validators';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const timeRule: FieldRule = {
  code: 'TIME_OF_DAY',
  message: { vi: 'Phải là giờ trong ngày, dạng 21:00.', en: 'Must be a time of day like 21:00.' },
  schema: { type: 'string', pattern: TIME.source, example: '21:00' },
  accepts: (value) => typeof value === 'string' && TIME.test(value),
};

/** Hours of a day in Vietnam; they may cross midnight. */
export class QuietHoursRequest {
  @field(timeRule, { example: '21:00', description: 'The first minute of the quiet hours.' })
  readonly from: string;

  @field(timeRule, { example: '06:30', description: 'The first minute after them.' })
  readonly to: string;
}

/** Input of `preferences.set` (Đặt tùy chọn nhắc việc). It replaces all that was said before. */
export class SetPreferencesRequest {
  @IsOneOf(['vi', 'en'], { optional: true, description: 'Of mails; that of the account when absent.' })
  readonly language?: 'vi' | 'en';

  @IsOneOf(MAIL_MODES, {
    optional: true,
    description:
      'Each reminder by itself, those of some minutes in one mail (`digest`), those of a day in one (`daily`), or none (`off`); as the installation does when absent. Notices in the application come all the same.',
  })
  readonly mail?: MailMode;

  @Nested(() => QuietHoursRequest, {
    optional: true,
    description: 'No mail that is not urgent leaves in these hours; those of the installation when absent.',
  })
  readonly quietHours?: QuietHoursRequest;
}
