import type { RegisterForm } from '../../platform/runner/feature-commands';
import { TIER_QUOTA_REFUSALS } from '../../awards';
import { entriesOf } from '../../platform/runner/refusals';
import { NoInput } from '../../platform/validation/no-input';
import { OpenQuotaRequest, ReleasePlaceRequest } from './dto/quota.request';
import { QUOTA_REFUSALS } from './quotas.errors';

/** The form of every command on a quota. */
export const quotaForms = {
  'quota.open': {
    input: OpenQuotaRequest,
    opens: true,
    label: { vi: 'Mở chỉ tiêu', en: 'Open a quota' },
    refusals: [
      ...entriesOf(
        QUOTA_REFUSALS,
        'unknownCouncil',
        'placesNotStated',
        'tooManyPlaces',
        'unknownCampaign',
        'alreadyOpen',
        'yearNotStated',
        'aboveRule',
      ),
      ...entriesOf(TIER_QUOTA_REFUSALS, 'baseUnknown'),
    ],
  },
  'quota.release': {
    input: ReleasePlaceRequest,
    label: { vi: 'Trả lại suất', en: 'Give a place back' },
    refusals: [
      ...entriesOf(QUOTA_REFUSALS, 'closed', 'noPlace', 'placeIsKept'),
      ...entriesOf(TIER_QUOTA_REFUSALS, 'baseUnknown', 'exceeded'),
    ],
  },
  'quota.close': {
    input: NoInput,
    label: { vi: 'Đóng chỉ tiêu', en: 'Close a quota' },
    refusals: entriesOf(QUOTA_REFUSALS, 'closed'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
