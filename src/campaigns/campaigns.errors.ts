import type { RefusalText } from '../platform/runner/refusals';

/** Why a campaign is refused by what the machine does not see. */
export const CAMPAIGN_REFUSALS = {
  unitIsDissolved: {
    code: 'CAMPAIGN.UNIT_DISSOLVED',
    vi: 'Kế hoạch nêu đơn vị đã được sáp nhập hoặc giải thể: hãy nêu đơn vị tiếp nhận.',
    en: 'The plan names a unit that was merged or dissolved: name the unit that took over.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
