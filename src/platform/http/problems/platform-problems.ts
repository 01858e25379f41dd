import { entry, type CatalogueEntry } from './catalogue-entry';

const FAULT = entry(
  500,
  ['Lỗi hệ thống', 'A fault of the system'],
  ['Hãy báo mã “errorId” cho người quản trị.', 'Give the “errorId” to the administrator.'],
);

/** Faults of ours, in whatever process: they stop a start, fail a job, or should not happen at all. */
const FAULTS = [
  'AUTH.ROUTE_WITHOUT_ACCESS',
  'CONFIG.INVALID',
  'HTTP.CANNOT_LISTEN',
  'HTTP.PORT_IN_USE',
  'JOB.BAD_PAYLOAD',
  'JOB.NO_HANDLER',
  'JOB.QUEUE_NOT_RUNNING',
  'JOB.REGISTRY',
  'JOB.RETRYABLE',
  'JOB.TERMINAL',
  'JOB.TIMED_OUT',
  'PERSISTENCE.ANCHOR_OUT_OF_ORDER',
  'PERSISTENCE.NOT_COMMITTED',
  'PERSISTENCE.UNIT_OF_WORK_OVER',
  'PERSISTENCE.UNSUITABLE',
  'PLATFORM.FAILPOINT',
  'PLATFORM.FAULT',
  'PLATFORM.NESTED_UNIT_OF_WORK',
  'PLATFORM.RELAY_ELSEWHERE',
  'PLATFORM.TIME_STANDS_STILL',
];

const unavailable = (vi: string, en: string): CatalogueEntry =>
  entry(503, ['Cơ sở dữ liệu chưa sẵn sàng', 'The database is not available'], [vi, en]);

/** Answers and faults of the engine below every face. */
export const PLATFORM_PROBLEMS: Readonly<Record<string, CatalogueEntry>> = {
  'PLATFORM.REFUSED': entry(
    409,
    ['Quy định không cho phép', 'The rules do not allow this'],
    ['Hiện không thể thực hiện yêu cầu này.', 'This is not possible now.'],
  ),
  'PLATFORM.NOT_FOUND': entry(
    404,
    ['Không tìm thấy', 'Not found'],
    ['Không có dữ liệu với mã {id}.', 'There is no {what} with the id {id}.'],
  ),
  'PLATFORM.VERSION_CONFLICT': entry(
    412,
    ['Dữ liệu đã thay đổi', 'Changed by somebody else'],
    ['Người khác đã thay đổi dữ liệu này; hãy xem lại rồi gửi lại.', 'Look at what changed and send it again.'],
  ),
  'PLATFORM.IDEMPOTENCY_KEY_REUSED': entry(
    422,
    ['Khóa chống lặp đã được dùng', 'The idempotency key was used before'],
    ['Khóa này đã dùng cho một lệnh khác; hãy gửi khóa mới.', 'It belongs to another command; send a new key.'],
  ),
  'PLATFORM.ALREADY_EXISTS': entry(
    409,
    ['Dữ liệu đã có', 'It exists already'],
    ['Dữ liệu này đã có.', 'This is there already.'],
  ),
  'PERSISTENCE.ALREADY_EXISTS': entry(
    409,
    ['Dữ liệu đã có', 'It exists already'],
    ['Đã có dữ liệu với giá trị này.', 'There is already something with this value.'],
  ),
  'PERSISTENCE.CANNOT_OPEN': unavailable('Không mở được cơ sở dữ liệu.', 'The database cannot be opened.'),
  'PERSISTENCE.NOT_WRITABLE': unavailable('Cơ sở dữ liệu chỉ đọc được.', 'The database can only be read.'),
  'PERSISTENCE.DAMAGED': unavailable('Cơ sở dữ liệu bị hỏng.', 'The database is damaged.'),
  'PERSISTENCE.DISK_FULL': unavailable('Đĩa đã đầy.', 'The disk is full.'),
  'PERSISTENCE.IO_ERROR': unavailable('Thiết bị lưu trữ bị lỗi.', 'The storage failed.'),
  'PERSISTENCE.OUT_OF_REACH': unavailable('Không kết nối được cơ sở dữ liệu.', 'The database is out of reach.'),
  'PERSISTENCE.CLOSED': unavailable('Kết nối cơ sở dữ liệu đã đóng.', 'The connection to the database is closed.'),
  ...Object.fromEntries(FAULTS.map((code) => [code, FAULT])),
};
