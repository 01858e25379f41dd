import type { RegisterForm } from '../../platform/runner/feature-commands';
import { entriesOf } from '../../platform/runner/refusals';
import { StateBaseRequest } from './dto/tier-quota.request';
import { TIER_QUOTA_REFUSALS } from './tier-quotas.errors';

/** The form of every command on quotas of the rules. */
export const tierQuotaForms = {
  'tierQuota.stateBase': {
    input: StateBaseRequest,
    texts: ['source'],
    opens: true,
    label: { vi: 'Nhập số gốc của tỷ lệ', en: 'State what a quota is a share of' },
    refusals: entriesOf(TIER_QUOTA_REFUSALS, 'scopeNotStated', 'noSuchRule', 'roundingIsFixed'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
