import { entry, type CatalogueEntry } from './catalogue-entry';

/** What is wrong with a request itself, or with who sends it. */
export const HTTP_PROBLEMS: Readonly<Record<string, CatalogueEntry>> = {
  'HTTP.INVALID_REQUEST': entry(
    400,
    ['Dữ liệu gửi lên không hợp lệ', 'The request is not valid'],
    ['Xem từng trường trong “errors”.', 'See each field in “errors”.'],
  ),
  'HTTP.UNKNOWN_COMMAND': entry(
    400,
    ['Không có lệnh này', 'There is no such command'],
    ['Chọn một lệnh trong “knownTypes”.', 'Send one of the commands in “knownTypes”.'],
  ),
  'HTTP.MALFORMED_JSON': entry(
    400,
    ['Nội dung không phải JSON hợp lệ', 'The body is not valid JSON'],
    [
      'Hãy gửi một đối tượng JSON đúng cú pháp, lồng nhau không quá 32 cấp, mỗi đối tượng không quá 200 trường.',
      'Send well-formed JSON, nested at most 32 deep, with at most 200 members in an object.',
    ],
  ),
  'HTTP.REPEATED_MEMBER': entry(
    400,
    ['Một trường được ghi hai lần', 'A member is named twice'],
    ['Trong mỗi đối tượng JSON, hãy ghi mỗi trường một lần.', 'Name each member of a JSON object once.'],
  ),
  'HTTP.BROKEN_UTF8': entry(
    400,
    ['Nội dung không phải UTF-8 hợp lệ', 'The body is not valid UTF-8'],
    ['Hãy mã hóa nội dung bằng UTF-8 rồi gửi lại.', 'Encode the body in UTF-8 and send it again.'],
  ),
  'HTTP.BAD_REQUEST': entry(
    400,
    ['Yêu cầu không hợp lệ', 'The request is not valid'],
    ['Máy chủ không hiểu yêu cầu này.', 'The server does not understand this request.'],
  ),
  'AUTH.UNAUTHENTICATED': entry(
    401,
    ['Chưa đăng nhập', 'Not signed in'],
    ['Hãy gửi mã truy cập còn hiệu lực: Authorization: Bearer …', 'Send a valid token: Authorization: Bearer …'],
  ),
  'AUTH.FORBIDDEN': entry(
    403,
    ['Không có quyền', 'Not allowed'],
    ['Vị trí công tác của anh/chị không có quyền làm việc này.', 'None of your seats may do this.'],
  ),
  'HTTP.ROUTE_NOT_FOUND': entry(
    404,
    ['Không có địa chỉ này', 'There is no such address'],
    ['Xem các địa chỉ tại /api/docs.', 'See /api/docs for the addresses that exist.'],
  ),
  'HTTP.METHOD_NOT_ALLOWED': entry(
    405,
    ['Phương thức không được dùng ở đây', 'The method is not used here'],
    ['Xem các phương thức tại /api/docs.', 'See /api/docs for the methods of this address.'],
  ),
  'HTTP.TIMED_OUT': entry(
    408,
    ['Yêu cầu gửi quá chậm', 'The request came too slowly'],
    ['Hãy gửi lại.', 'Send it again.'],
  ),
  'HTTP.BODY_TOO_LARGE': entry(
    413,
    ['Nội dung quá lớn', 'The body is too large'],
    ['Hãy chia nhỏ dữ liệu rồi gửi lại.', 'Split the data and send it in parts.'],
  ),
  'HTTP.ADDRESS_TOO_LONG': entry(
    414,
    ['Địa chỉ quá dài', 'The address is too long'],
    ['Hãy rút ngắn địa chỉ.', 'Shorten the address.'],
  ),
  'HTTP.UNSUPPORTED_MEDIA_TYPE': entry(
    415,
    ['Kiểu nội dung không được hỗ trợ', 'The media type is not supported'],
    ['Hãy gửi với Content-Type: application/json.', 'Send it as Content-Type: application/json.'],
  ),
  'HTTP.IF_MATCH_REQUIRED': entry(
    428,
    ['Thiếu If-Match', 'If-Match is missing'],
    ['Hãy gửi phiên bản đã xem trong If-Match.', 'Send the version that you saw in If-Match.'],
  ),
  'HTTP.TOO_MANY_REQUESTS': entry(
    429,
    ['Quá nhiều yêu cầu', 'Too many requests'],
    ['Hãy đợi một lát rồi gửi lại.', 'Wait a moment and send it again.'],
  ),
  'HTTP.HEADERS_TOO_LARGE': entry(
    431,
    ['Phần đầu yêu cầu quá lớn', 'The headers are too large'],
    ['Hãy bỏ bớt các trường trong phần đầu yêu cầu.', 'Send fewer or shorter headers.'],
  ),
  'HTTP.STOPPING': entry(
    503,
    ['Máy chủ đang dừng', 'The server is stopping'],
    ['Yêu cầu chưa được thực hiện; hãy gửi lại sau ít phút.', 'Nothing was done; send it again in a few minutes.'],
  ),
};
