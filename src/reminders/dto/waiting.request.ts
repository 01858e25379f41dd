import { field } from '../../platform/http/validators';
import type { FieldRule } from '../../platform/http/validators';
import { PageQuery } from '../../platform/http/pages/page-query.request';

const kindRule: FieldRule = {
  code: 'WAITING_KIND',
  message: { vi: 'Phải là loại việc, ví dụ pledgeToSign.', en: 'Must be a kind of thing like pledgeToSign.' },
  schema: { type: 'string', pattern: '^[a-zA-Z]{1,40}$', example: 'pledgeToSign' },
  accepts: (value) => typeof value === 'string' && /^[a-zA-Z]{1,40}$/.test(value),
};

/** Which of the things that wait. */
export class WaitingListQuery extends PageQuery {
  @field(kindRule, { optional: true, description: 'One kind alone; the counts name those of which something waits.' })
  readonly kind?: string;
}
