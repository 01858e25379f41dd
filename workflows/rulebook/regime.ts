import type { LocalDate } from '../kernel';
import { continuedLayer, layered } from './layers';
import { keysOf, pathsLike, rowAt, withRow } from './layers.places';
import type { Layer } from './layers.types';
import { rulebookAt } from './lookup';
import type { Rulebook } from './rulebook.types';

/** The nation's rulebooks and the layers that change them. */
export interface Rules {
  readonly rulebooks: readonly Rulebook[];
  readonly layers: readonly Layer[];
}

/** For whom rules are asked. */
export interface RulesQuestion {
  /** The day of submission; for money that of the decision. */
  readonly submittedOn: LocalDate;
  /** Codes of the units from the root down to the receiving authority; absent where none is known: the nation's rules. */
  readonly place?: readonly string[];
}

/** What the rules of a place on a day are made of. */
export interface RulesParts {
  readonly rulebook: Rulebook;
  /** The later rulebook, some rows of which hold already; null where no transition lasts. */
  readonly later: Rulebook | null;
  /** From the highest. */
  readonly layers: readonly Layer[];
}

/**
 * The nation's rulebook that a dossier falls under, and its layers: the one of the day of submission; while a transition
 * lasts, an authority without rules of its own stays under the earlier one (Decree 152/2025/NĐ-CP, article 60.2 and 60.3,
 * as `transition` says it). Undefined when none covers that day.
 */
export function partsAt(rules: Rules, question: RulesQuestion): RulesParts | undefined {
  const present = rulebookAt(rules.rulebooks, question);
  if (!present) return undefined;
  const layers = layersOf(rules, present, question);
  const earlier = earlierFor(rules, present, layers, question);
  return earlier
    ? { rulebook: earlier, later: present, layers: layersOf(rules, earlier, question) }
    : { rulebook: present, later: null, layers };
}

/** The parts as one rulebook; the very same where there is nothing to put on it. */
export function assembled({ rulebook, later, layers }: RulesParts): Rulebook {
  const places = later?.transition?.exceptFor ?? [];
  const kept = places
    .flatMap((place) => pathsLike(later, keysOf(place)))
    .reduce<unknown>((book, path) => withRow(book, keysOf(path), rowAt(later, keysOf(path))), rulebook);
  const own = layers.map((layer) => (isContinued(layer, rulebook, layers) ? continuedLayer(layer, rulebook) : layer));
  return layered(kept as Rulebook, own);
}

/** The rulebook of a dossier with the layers of its authority: `partsAt`, put together. */
export function rulebookFor(rules: Rules, question: RulesQuestion): Rulebook | undefined {
  const parts = partsAt(rules, question);
  return parts && assembled(parts);
}

/** The rulebook under which an authority stays that has not made rules of its own; undefined where it does not. */
function earlierFor(
  { rulebooks }: Rules,
  { transition }: Rulebook,
  own: readonly Layer[],
  { submittedOn, place }: RulesQuestion,
): Rulebook | undefined {
  if (!transition || place === undefined || submittedOn > transition.until) return undefined;
  if (own.some(({ level }) => transition.unlessLayerOf.includes(level))) return undefined;
  return rulebooks.find(({ id }) => id === transition.under);
}

/**
 * The layers of a rulebook that are in force for a place on a day, from the highest to the lowest; with a layer come those
 * that it is under. None where no place is known.
 */
function layersOf(
  { layers }: Pick<Rules, 'layers'>,
  rulebook: Rulebook,
  { submittedOn, place = [] }: RulesQuestion,
): readonly Layer[] {
  const inForce = layers.filter((layer) => isInForce(layer, submittedOn));
  const own = inForce.filter(({ unitCodes }) => unitCodes.some((code) => place.includes(code)));
  const chains = own.map((layer) => chainOf(inForce, layer)).filter(([root]) => root && changes(root, rulebook));
  const nearness = ({ unitCodes }: Layer): number => Math.max(...unitCodes.map((code) => place.indexOf(code)));
  const depth = (layer: Layer): number => chainOf(inForce, layer).length;
  return [...new Set(chains.flat())].sort((a, b) => nearness(a) - nearness(b) || depth(a) - depth(b));
}

/** From the layer that changes a rulebook down to this one; a circle, which the check refuses, ends where it closes. */
export function chainOf(layers: readonly Layer[], layer: Layer, below: readonly Layer[] = []): readonly Layer[] {
  const above = layers.find(({ id }) => id === layer.under);
  const chain = [layer, ...below];
  return above && !chain.includes(above) ? chainOf(layers, above, chain) : chain;
}

function isInForce({ effectiveFrom, effectiveTo }: Layer, day: LocalDate): boolean {
  return effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo);
}

function changes({ under }: Layer, { id, continues }: Rulebook): boolean {
  return under === id || under === continues;
}

function isContinued(layer: Layer, { continues }: Rulebook, layers: readonly Layer[]): boolean {
  return continues !== undefined && chainOf(layers, layer)[0]?.under === continues;
}
