import type { RefusalText } from '../../platform/runner/refusals';
import { MOST_OF_A_BULK } from './bulk-collections';

/** Why a bulk command is refused as a whole. */
export const BULK_REFUSALS = {
  idsOrFilter: {
    code: 'BULK.IDS_OR_FILTER',
    vi: 'Hãy chọn các đối tượng bằng “ids” hoặc bằng “filter”, không phải cả hai',
    en: 'Pick the things by “ids” or by “filter”, and not by both',
  },
  notOfCollection: {
    code: 'BULK.NOT_OF_COLLECTION',
    vi: 'Lệnh hoặc điều kiện lọc này không dùng được cho loại đối tượng đã chọn',
    en: 'The command or the filter does not fit these things',
  },
  tooMany: {
    code: 'BULK.TOO_MANY',
    vi: `Có quá ${MOST_OF_A_BULK} đối tượng: hãy chia thành nhiều lần`,
    en: `There are more than ${MOST_OF_A_BULK} things: do it in parts`,
  },
  nothing: {
    code: 'BULK.NOTHING',
    vi: 'Không có đối tượng nào như vậy trong phạm vi của bạn',
    en: 'There is nothing of the kind within your scope',
  },
  stalePreview: {
    code: 'BULK.STALE_PREVIEW',
    vi: 'Dữ liệu đã thay đổi từ lần xem trước: hãy xem lại rồi xác nhận',
    en: 'Something has changed since the preview: look again and confirm',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

/** Why one thing does not take the command. */
export const BULK_ROW_REASONS = {
  missing: {
    code: 'BULK.MISSING',
    vi: 'Không có đối tượng này trong phạm vi của bạn',
    en: 'There is no such thing within your scope',
  },
  forbidden: {
    code: 'BULK.FORBIDDEN',
    vi: 'Vị trí công tác của bạn không có quyền làm việc này',
    en: 'None of your seats may do this',
  },
  stale: {
    code: 'BULK.STALE',
    vi: 'Đối tượng đã thay đổi từ lần xem trước',
    en: 'It has changed since the preview',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
