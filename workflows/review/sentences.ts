import type { Label } from '../kernel';
import { passSentence } from './count';
import type { Place, ReviewItem } from './review.types';

/** What the vote came to, as a sentence for the minutes: by the pass rule, and for a ballot that chooses, who was chosen. */
export function itemSentence({ kind, choose, options = [], passRule, result }: ReviewItem): Label | null {
  if (result === null) return null;
  if (kind === 'yesNo') return passSentence(passRule.base, result);
  const { chosenIds = [], tiedIds = [], needed, base } = result;
  const tie = tiedIds.length > 0;
  return {
    vi: `Chọn tối đa ${choose ?? 0} trong ${options.length}, mỗi lựa chọn cần ít nhất ${needed} phiếu trên ${base}: chọn được ${chosenIds.length}${tie ? `, còn ${tiedIds.length} ngang phiếu ở vị trí cuối` : ''}.`,
    en: `Chooses at most ${choose ?? 0} of ${options.length}, each needs ${needed} of ${base}: ${chosenIds.length} chosen${tie ? `, ${tiedIds.length} level at the last place` : ''}.`,
  };
}

/** Where an item that passed stands in its quota. */
export function placeSentence({ number, waiting, tieBy }: Omit<Place, 'quotaId'>): Label {
  const { vi, en } = standing(number, waiting);
  if (!tieBy) return { vi, en };
  return {
    vi: `${vi} Ngang phiếu: ưu tiên nữ, hoặc tập thể có tỷ lệ nữ theo quy định (${tieBy.text}).`,
    en: `${en} Level in votes: the woman, or the collective of mostly women, goes first (${tieBy.text}).`,
  };
}

function standing(number: Place['number'], waiting: Place['waiting']): Label {
  if (number !== null) return { vi: `Được chỉ tiêu thứ ${number}.`, en: `Has place ${number} of the quota.` };
  return {
    vi: `Đủ phiếu nhưng hết chỉ tiêu: số ${waiting ?? 0} trong danh sách chờ.`,
    en: `Passed, but no place is left: number ${waiting ?? 0} on the waiting list.`,
  };
}
