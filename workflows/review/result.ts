import { chooseResult, isChooseCountConsistent, type ChooseCount } from './choose';
import { isCountConsistent, isTie, passResult, type Turnout } from './count';
import type { ItemCount, ItemResult, ItemRule } from './review.types';

/** Whether the count agrees with itself and is of the item's kind: votes by option where the ballot chooses, else none. */
export function isItemCountConsistent(item: ItemRule, count: ItemCount): boolean {
  if (item.kind === 'yesNo') return !hasVotes(count) && isCountConsistent(count);
  return hasVotes(count) && isChooseCountConsistent(item.choose ?? 0, item.options ?? [], count);
}

/** What a count means for its item. Throws a RangeError on a count that does not agree with itself. */
export function resultOf(item: ItemRule, turnout: Turnout, count: ItemCount, recorded: boolean): ItemResult {
  const { passed, inFavour, base, needed } = passResult(item.passRule, { ...turnout, count });
  const figures = { inFavour, base, needed, recorded, count };
  if (!hasVotes(count)) return { ...figures, passed, isTie: !passed && isTie(count) };
  const choice = chooseResult(item.passRule, item.choose ?? 0, item.options ?? [], { ...turnout, count });
  return { ...figures, ...choice, passed: choice.chosenIds.length > 0, isTie: choice.tiedIds.length > 0 };
}

function hasVotes(count: ItemCount): count is ChooseCount {
  return 'votes' in count;
}
