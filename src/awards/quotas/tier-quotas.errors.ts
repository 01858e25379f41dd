import { fillLabel, type LabelParams, type Refusal } from '../../../workflows/kernel';
import type { RefusalText } from '../../platform/runner/refusals';
import type { QuotaAt, QuotaMeasure } from './tier-quota';

/** Why a list, or a statement of what a quota is of, is refused. `{places}` and the like are filled in. */
export const TIER_QUOTA_REFUSALS = {
  exceeded: {
    code: 'TIER_QUOTA.EXCEEDED',
    vi: '{tier}: {count} trường hợp, trong khi tỷ lệ {share} của {base} chỉ cho {places}; hãy xếp chỉ tiêu hoặc đưa bớt ra khỏi danh sách.',
    en: '{tier}: {count} cases, while {share} of {base} makes {places}; allot places or take some off the list.',
  },
  baseUnknown: {
    code: 'TIER_QUOTA.BASE_UNKNOWN',
    vi: '{tier} có tỷ lệ {share} nhưng chưa biết số gốc để tính; hãy nhập số gốc kèm nguồn số liệu.',
    en: '{tier} is limited to {share}, but nobody knows of how many; state the base with its source.',
  },
  noSuchRule: {
    code: 'TIER_QUOTA.NO_SUCH_RULE',
    vi: 'Bộ quy tắc không có tỷ lệ nào như vậy cho mức khen này ở đơn vị và năm đó; hãy kiểm tra lại mức khen, phạm vi và loại đối tượng.',
    en: 'The rules have no such quota for this tier at that place and in that year; check tier, place and kind of subject.',
  },
  scopeNotStated: {
    code: 'TIER_QUOTA.SCOPE_NOT_STATED',
    vi: 'Hãy nêu đơn vị và năm, hoặc phong trào: một trong hai cách.',
    en: 'Name a unit with the year, or a campaign: one of the two.',
  },
  roundingIsFixed: {
    code: 'TIER_QUOTA.ROUNDING_IS_FIXED',
    vi: 'Quy định đã nêu cách làm tròn, Hội đồng không được chọn cách khác.',
    en: 'The rule says how to round: the council has no choice.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

/** The refusal of a list, with the rule that it breaks or that cannot be told to be kept. */
export function quotaRefusal(
  { code, vi, en }: RefusalText,
  { tier }: Pick<QuotaAt, 'tier'>,
  { share, base, places, citations }: QuotaMeasure,
  more: LabelParams = {},
): Refusal {
  const params = { tier, share, base: base ?? '…', places: places ?? '…', ...more };
  const [citation] = citations;
  return { code, message: fillLabel({ vi, en }, params), ...(citation ? { citation } : {}) };
}
