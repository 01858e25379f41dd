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
export function placeSentence({ number, waiting }: Pick<Place, 'number' | 'waiting'>): Label {
  if (number !== null) return { vi: `Được chỉ tiêu thứ ${number}.`, en: `Has place ${number} of the quota.` };
  return {
    vi: `Đủ phiếu nhưng hết chỉ tiêu: số ${waiting ?? 0} trong danh sách chờ.`,
    en: `Passed, but no place is left: number ${waiting ?? 0} on the waiting list.`,
  };
}
