import { covers, keysOf, type Cited, type Layer, type Override } from '../../workflows/rulebook';
import { localDate } from '../../workflows/kernel';
import { checklist, closing, procedure, term } from './dossier-file';
import { cited, label } from './row-shapes';
import { commonRow, conflict, delegation, delegationsOf, layerLevel } from './rulebook-file';
import { isObject, listOf, object, oneOf, orElse, orNull, parsed, text, type Shape } from './shape';
import { standard } from './standard-file';
import { deciders, prize, quorum, quota, route, tier, vote } from './tier-file';

/** A row that a layer may have, read as the national files read it. */
interface RowForm {
  /** Its place, `*` for any one key. */
  readonly at: string;
  readonly shape: Shape<Cited | readonly Cited[]>;
  /** What the last key of the place says of the row, so that the row need not say it again. */
  readonly says?: (key: string) => Readonly<Record<string, string>>;
}

const terms: Pick<RowForm, 'shape' | 'says'> = {
  shape: term,
  says: (key) => {
    const [of = '', level] = key.split('@');
    return { of, ...(level === undefined ? {} : { level }) };
  },
};

/** A layer replaces or adds whole rows, never a part of one, so that each keeps one citation. */
const ROWS: readonly RowForm[] = [
  { at: 'council.route', shape: route },
  { at: 'council.vote', shape: vote },
  { at: 'council.quorum', shape: quorum },
  { at: 'council.conflict', shape: conflict },
  { at: 'common.*', shape: commonRow, says: (name) => ({ name }) },
  { at: 'procedures.*', shape: procedure, says: (code) => ({ code }) },
  { at: 'terms.*', ...terms },
  { at: 'tiers.*', shape: tier, says: (code) => ({ code }) },
  { at: 'tiers.*.deciders', shape: deciders },
  { at: 'tiers.*.route', shape: route },
  { at: 'tiers.*.vote', shape: vote },
  { at: 'tiers.*.quorum', shape: quorum },
  { at: 'tiers.*.prize', shape: prize },
  { at: 'tiers.*.quotas', shape: listOf(quota) },
  { at: 'tiers.*.checklist', shape: checklist },
  { at: 'tiers.*.standards.*', shape: standard },
  { at: 'tiers.*.terms.*', ...terms },
  { at: 'tiers.*.closings.*', shape: closing, says: (sector) => ({ sector }) },
];

const anything: Shape<unknown> = (given, path, problems) => {
  if (given === undefined) problems.push({ path, reason: 'is missing: say which row stands there' });
  return given;
};

const frame = object({ ...cited, at: text, set: anything });

const override: Shape<Override> = (given, path, problems) => {
  const known = problems.length;
  const { at, set, ...itsCitation } = frame(given, path, problems);
  if (problems.length > known) return undefined as never;
  const form = ROWS.find((row) => keysOf(row.at).length === keysOf(at).length && covers(row.at, at));
  if (!form) {
    const places = ROWS.map((row) => row.at).join(', ');
    problems.push({ path: [...path, 'at'], reason: `"${at}" is no place of a row; the places are ${places}` });
    return undefined as never;
  }
  const row = form.shape(rowGiven(form, at, set, given), [...path, 'set'], problems);
  return { ...itsCitation, at, row };
};

/** The row as a national file has it: with the citation of the override where it gives none, and with its own name. */
function rowGiven({ says }: RowForm, at: string, set: unknown, given: unknown): unknown {
  const { citation, status, councilChoice } = isObject(given) ? given : {};
  const inherited = { citation, status, ...(councilChoice === undefined ? {} : { councilChoice }) };
  if (Array.isArray(set)) return set.map((each: unknown) => (isObject(each) ? { ...inherited, ...each } : each));
  return isObject(set) ? { ...inherited, ...says?.(keysOf(at).at(-1) ?? ''), ...set } : set;
}

/** The rules that an authority made of its own. */
export const layerFile = object({
  ...cited,
  kind: oneOf('layer'),
  id: text,
  title: label,
  level: layerLevel,
  unitCodes: listOf(text),
  under: text,
  effectiveFrom: parsed(localDate),
  effectiveTo: orNull(parsed(localDate)),
  document: text,
  delegations: orElse(listOf(delegation), []),
  overrides: orElse(listOf(override), []),
});

/** The layer without what only the file needs. */
export function layerOf({ kind: _, delegations, ...layer }: ReturnType<typeof layerFile>): Layer {
  return { ...layer, delegations: delegationsOf(delegations) };
}
