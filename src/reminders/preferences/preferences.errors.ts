import type { RefusalText } from '../../platform/runner/refusals';

/** Why preferences are refused. */
export const PREFERENCE_REFUSALS = {
  quietHoursEmpty: {
    code: 'PREFERENCES.QUIET_HOURS_EMPTY',
    vi: 'Giờ yên tĩnh bắt đầu và kết thúc cùng một lúc: hãy chọn hai giờ khác nhau hoặc bỏ trống',
    en: 'Quiet hours begin and end at the same time: choose two times, or leave them out',
  },
  quietHoursTooLong: {
    code: 'PREFERENCES.QUIET_HOURS_TOO_LONG',
    vi: 'Giờ yên tĩnh dài hơn mức hệ thống cho phép: hãy rút ngắn',
    en: 'Quiet hours are longer than this installation allows: choose shorter ones',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
