import type { Label, Refusal } from '../../../workflows/kernel';
import type { RefusalText } from '../../platform/runner/refusals';
import type { PrizeNotDue } from './prizes-due';

const SENTENCES: Readonly<Record<PrizeNotDue['reason'], Label>> = {
  titlesOfOnePeriod: {
    vi: 'Không chi: cùng thời điểm đạt nhiều danh hiệu của cùng một thời gian thành tích, chỉ hưởng mức tiền thưởng cao nhất.',
    en: 'Not paid: of several titles decided at once over one period only the highest prize is due.',
  },
  titlesOfOtherPeriods: {
    vi: 'Không chi: cùng thời điểm đạt nhiều danh hiệu, quy định chỉ cho hưởng mức tiền thưởng cao nhất.',
    en: 'Not paid: of several titles decided at once the rules allow only the highest prize.',
  },
  forms: {
    vi: 'Không chi: cùng thời điểm được nhiều hình thức khen thưởng, quy định chỉ cho hưởng mức tiền thưởng cao nhất.',
    en: 'Not paid: of several forms decided at once the rules allow only the highest prize.',
  },
  titleAndForm: {
    vi: 'Không chi: cùng thời điểm được danh hiệu và hình thức khen thưởng, quy định chỉ cho hưởng mức tiền thưởng cao nhất.',
    en: 'Not paid: of a title and a form decided at once the rules allow only the higher prize.',
  },
};

/** Why a prize is not paid, in words. */
export function notDueSentence({ reason }: Pick<PrizeNotDue, 'reason'>): Label {
  return SENTENCES[reason];
}

/** Why a prize is not paid, as commands are refused by it. */
export const PRIZE_REFUSALS = {
  notDue: { code: 'AWARD.PRIZE_NOT_DUE', ...SENTENCES.titlesOfOnePeriod },
} as const satisfies Readonly<Record<string, RefusalText>>;

/** The reason why a case is not paid. */
export function notDueRefusal(why: PrizeNotDue): Refusal {
  return { code: PRIZE_REFUSALS.notDue.code, message: notDueSentence(why), citation: why.citation };
}
