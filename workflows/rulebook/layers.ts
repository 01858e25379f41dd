import { doubted } from './continued';
import type { Layer, LayerName, Override } from './layers.types';
import { covers, keysOf, withRow } from './layers.places';
import type { Rulebook } from './rulebook.types';

/**
 * The rows of two layers as one: those of the lower one go before. A row that the lower layer replaces as a whole, with all
 * that lies below its place, is left out. Associative, so that it does not matter which layers are put together first.
 */
export function merged(upper: readonly Override[], lower: readonly Override[]): readonly Override[] {
  return [...upper.filter(({ at }) => !lower.some((override) => covers(override.at, at))), ...lower];
}

/**
 * The rulebook with the rows of the layers, from the highest to the lowest. Rows that no layer names are those of the
 * rulebook, the very same; the layers are named in `layers`, and what they delegate is delegated as well.
 */
export function layered(rulebook: Rulebook, layers: readonly Layer[]): Rulebook {
  if (layers.length === 0) return rulebook;
  const overrides = layers.reduce<readonly Override[]>((upper, layer) => merged(upper, layer.overrides), []);
  const rows = overrides.reduce<unknown>((book, { at, row }) => withRow(book, keysOf(at), row), rulebook) as Rulebook;
  return {
    ...rows,
    delegations: [...(rulebook.delegations ?? []), ...layers.flatMap(({ delegations }) => delegations)],
    layers: [...(rulebook.layers ?? []), ...layers.map(nameOf)],
  };
}

/**
 * The layer for a rulebook that continues the one that the layer was made for: its rows go on, each marked as unverified
 * and saying why, like the rows of the rulebook itself.
 */
export function continuedLayer(layer: Layer, { regime }: Pick<Rulebook, 'regime'>): Layer {
  return doubted(layer, `tạm áp dụng: chưa rõ còn hiệu lực theo ${regime}`);
}

function nameOf(layer: Layer): LayerName {
  const { id, title, level, document, effectiveFrom, effectiveTo, citation, status, councilChoice } = layer;
  return { id, title, level, document, effectiveFrom, effectiveTo, citation, status, councilChoice };
}
