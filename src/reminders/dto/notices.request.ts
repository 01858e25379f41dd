import { PageQuery } from '../../platform/http/pages/page-query.request';
import { IsOneOf, IsYesNo } from '../../platform/http/validators';

/** Which of my notices. */
export class NoticeListQuery extends PageQuery {
  @IsOneOf(['unread', 'read'], { optional: true, description: 'All when left out' })
  readonly state?: 'unread' | 'read';
}

/** Input of `notice.read` (Đánh dấu đã đọc). */
export class ReadNoticeRequest {
  @IsYesNo({ optional: true, description: 'True marks all older ones with it' })
  readonly andOlder?: boolean;
}
