import type { Label } from '../../../workflows/kernel';

/** What every face says of a day that was counted over a year whose days off are not all known. */
export const PROVISIONAL_DAY: Label = {
  vi: 'Tạm tính: lịch nghỉ chưa đủ cho thời gian này, ngày đến hạn còn có thể thay đổi.',
  en: 'Provisional: the days off of this time are not all known, so the day may still move.',
};
