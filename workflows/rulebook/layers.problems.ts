import type { Delegation, Layer, Override } from './layers.types';
import { covers, keysOf, namesAlong, pathsLike, rowAt } from './layers.places';
import { layered } from './layers';
import { when, type Found } from './found';
import type { RuleProblem } from './problems';
import { chainOf, type Rules } from './regime';
import type { Rulebook } from './rulebook.types';

/**
 * Everything that is wrong with layers: what they are under, their dates, and every row that the rules above do not leave to
 * a layer of this level (Decree 152/2025/NĐ-CP, article 6.2, says what ministries and provinces may set).
 */
export function layerProblems(rules: Rules): readonly RuleProblem[] {
  const { layers } = rules;
  return layers.flatMap((layer, index) => {
    const found = [
      ...when(
        layers.slice(0, index).some(({ id }) => id === layer.id) || rules.rulebooks.some(({ id }) => id === layer.id),
        ['id'],
        `another layer or rulebook is called ${layer.id}`,
      ),
      ...when(layer.unitCodes.length === 0, ['unitCodes'], 'name no unit: the layer would hold for nobody'),
      ...dateProblems(rules, layer, layers.slice(0, index)),
      ...rowProblems(rules, layer),
    ];
    return found.map((problem) => ({ index, ...problem }));
  });
}

/**
 * What a check finds in the rulebook of a place and not in the nation's alone, placed at the rows of the layer that brought
 * it: thresholds that nobody can reach, standards that name unknown tiers.
 */
export function mergedProblems(rules: Rules, judge: (rulebook: Rulebook) => readonly Found[]): readonly RuleProblem[] {
  return rules.layers.flatMap((layer, index) => {
    const above = bookAbove(rules, layer);
    if (!above) return [];
    const book = layered(above, [layer]);
    const known = new Set(judge(above).map((found) => keyOf(above, found)));
    return judge(book)
      .filter((found) => !known.has(keyOf(book, found)))
      .map((found) => ({ index, ...broughtBy(layer, book, found) }));
  });
}

function keyOf(book: Rulebook, { path, reason }: Found): string {
  return `${namesAlong(book, path).join('.')} ${reason}`;
}

function broughtBy({ overrides }: Layer, book: Rulebook, { path, reason }: Found): Found {
  const names = namesAlong(book, path).join('.');
  const place = overrides.findIndex(({ at }) => covers(at, names));
  return { path: place === -1 ? [] : ['overrides', place, 'set'], reason: `${names}: ${reason}` };
}

/** A transition must lead to an earlier rulebook, and end while the later one is in force. */
export function transitionProblems(rulebooks: readonly Rulebook[]): readonly RuleProblem[] {
  return rulebooks.flatMap((rulebook, index) => {
    const { id, transition, effectiveFrom, effectiveTo } = rulebook;
    if (!transition) return [];
    const { under, until, exceptFor = [] } = transition;
    const earlier = rulebooks.find((other) => other.id === under);
    const found = [
      ...when(
        !earlier || earlier.effectiveFrom >= effectiveFrom,
        ['transition', 'under'],
        `there is no rulebook ${under} before ${id}`,
      ),
      ...when(
        effectiveTo !== null && effectiveTo < until,
        ['transition', 'until'],
        `lies after the end of ${id} on ${effectiveTo ?? ''}`,
      ),
      ...exceptFor.flatMap((place, position) =>
        when(
          pathsLike(rulebook, keysOf(place)).length === 0,
          ['transition', 'exceptFor', position],
          `${id} has no row at ${place}`,
        ),
      ),
    ];
    return found.map((problem) => ({ index, ...problem }));
  });
}

function dateProblems(rules: Rules, layer: Layer, earlier: readonly Layer[]): Found[] {
  const { effectiveFrom, effectiveTo } = layer;
  const above = aboveOf(rules, layer);
  const overlaps = earlier.filter((other) => overlap(layer, other) && !isOneUnderTheOther(rules.layers, layer, other));
  return [
    ...when(
      effectiveTo !== null && effectiveTo < effectiveFrom,
      ['effectiveTo'],
      `ends before it begins on ${effectiveFrom}`,
    ),
    ...(above ? outsideOf(layer, above) : []),
    ...overlaps.map(({ id, effectiveFrom: from, effectiveTo: to }) => ({
      path: ['effectiveFrom'],
      reason: `its dates overlap ${id} (${from} to ${to ?? 'open'}), which holds for the same unit`,
    })),
  ];
}

function outsideOf(layer: Layer, above: Rulebook | Layer): Found[] {
  const endsLater = above.effectiveTo !== null && (layer.effectiveTo === null || above.effectiveTo < layer.effectiveTo);
  return [
    ...when(
      layer.effectiveFrom < above.effectiveFrom ||
        (above.effectiveTo !== null && above.effectiveTo < layer.effectiveFrom),
      ['effectiveFrom'],
      `lies outside the dates of ${above.id} (${above.effectiveFrom} to ${above.effectiveTo ?? 'open'})`,
    ),
    // After a rulebook may come one that continues it, and the layer with it; nothing continues a layer.
    ...when('unitCodes' in above && endsLater, ['effectiveTo'], `must not be later than that of ${above.id}`),
  ];
}

function rowProblems(rules: Rules, layer: Layer): Found[] {
  const book = bookAbove(rules, layer);
  if (!book) {
    return [{ path: ['under'], reason: `there is no rulebook or layer ${layer.under} that leads to a rulebook` }];
  }
  return [
    ...layer.overrides.flatMap((override, place) => [
      ...overrideProblems(book, layer, override, place),
      ...when(
        layer.overrides.slice(0, place).some(({ at }) => at === override.at),
        ['overrides', place, 'at'],
        `another row of this layer stands at ${override.at}`,
      ),
    ]),
    ...layer.delegations.flatMap((delegation, place) => furtherProblems(book, layer, delegation, place)),
  ];
}

function overrideProblems(book: Rulebook, { level, overrides }: Layer, { at, row }: Override, place: number): Found[] {
  const path = ['overrides', place, 'at'];
  const [list, tier = ''] = keysOf(at);
  const own = overrides.slice(0, place).some((other) => other.at === `tiers.${tier}`);
  const isUnknown = list === 'tiers' && at !== `tiers.${tier}` && !own && rowAt(book, ['tiers', tier]) === undefined;
  return [
    ...when('family' in row && row.family === 'party', path, 'a Party tier is one for the whole nation'),
    ...when(isUnknown, path, `${book.id} has no tier ${tier}`),
    ...when(!isDelegated(book, at, level), path, `${at} is not delegated to a ${level} by ${namesOf(book)}`),
  ];
}

/** A layer passes on what is its own to change, and downwards only. */
function furtherProblems(book: Rulebook, { level }: Layer, { path, to }: Delegation, place: number): Found[] {
  const upward = to.filter((each) => RANKS[each] <= RANKS[level]);
  return [
    ...when(
      !isDelegated(book, path, level),
      ['delegations', place, 'path'],
      `${path} is not delegated to a ${level} itself`,
    ),
    ...upward.map((each) => ({
      path: ['delegations', place, 'to'],
      reason: `a ${level} delegates to those below it, not to a ${each}`,
    })),
  ];
}

const RANKS = { sector: 0, province: 0, commune: 1, unit: 2 } as const;

function isDelegated({ delegations = [] }: Rulebook, path: string, level: Layer['level']): boolean {
  return delegations.some((each) => each.to.includes(level) && covers(each.path, path));
}

/** What stands above a layer with everything that changes it; undefined where the chain leads to no rulebook. */
function bookAbove({ rulebooks, layers }: Rules, layer: Layer): Rulebook | undefined {
  const chain = chainOf(layers, layer);
  const national = rulebooks.find(({ id }) => id === chain[0]?.under);
  return national && layered(national, chain.slice(0, -1));
}

function aboveOf({ rulebooks, layers }: Rules, { under }: Layer): Rulebook | Layer | undefined {
  return rulebooks.find(({ id }) => id === under) ?? layers.find(({ id }) => id === under);
}

function overlap(one: Layer, other: Layer): boolean {
  return (
    one.unitCodes.some((code) => other.unitCodes.includes(code)) &&
    (other.effectiveTo === null || one.effectiveFrom <= other.effectiveTo) &&
    (one.effectiveTo === null || other.effectiveFrom <= one.effectiveTo)
  );
}

/** A decision that amends another one holds beside it. */
function isOneUnderTheOther(layers: readonly Layer[], one: Layer, other: Layer): boolean {
  return chainOf(layers, one).includes(other) || chainOf(layers, other).includes(one);
}

function namesOf({ id, layers = [] }: Rulebook): string {
  return [id, ...layers.map((layer) => layer.id)].join(' or ');
}
