/** Keys from the outermost. */
type Keys = readonly string[];

/** What a member of a list is called in a path; a list that is not here is one row as a whole. */
const MEMBER_KEYS: Readonly<Record<string, (member: Readonly<Record<string, unknown>>) => unknown>> = {
  tiers: ({ code }) => code,
  common: ({ name }) => name,
  procedures: ({ code }) => code,
  closings: ({ sector }) => sector,
  terms: ({ of, level }) => (typeof level === 'string' ? `${String(of)}@${level}` : of),
};

/** The keys of a path: `tiers.TTLDXS.route`. */
export function keysOf(path: string): Keys {
  return path.split('.');
}

/** Whether a path is the other one or lies above it; `*` in it is any one key. */
export function covers(pattern: string, path: string): boolean {
  const [wanted, keys] = [keysOf(pattern), keysOf(path)];
  return wanted.length <= keys.length && wanted.every((key, index) => key === '*' || key === keys[index]);
}

/** The paths of all rows that there are at places like this one, `*` for any one key. */
export function pathsLike(holder: unknown, pattern: Keys, list?: string): readonly string[] {
  const [key, ...others] = pattern;
  if (key === undefined) return [''];
  const names = key === '*' ? membersOf(holder, list) : [key];
  return names.flatMap((name) => {
    const inside = rowAt(holder, [name], list);
    if (inside === undefined || inside === null) return [];
    return pathsLike(inside, others, name).map((rest) => (rest === '' ? name : `${name}.${rest}`));
  });
}

function membersOf(holder: unknown, list: string | undefined): readonly string[] {
  if (!Array.isArray(holder)) return isKeyed(holder) ? Object.keys(holder) : [];
  return holder.map((member: unknown) => String(nameIn(list, member)));
}

/** The path of names for a place of keys and positions: what stands at `tiers`, 3, `vote` may be at `tiers.LDTT.vote`. */
export function namesAlong(holder: unknown, place: readonly (string | number)[], list?: string): Keys {
  const [step, ...others] = place;
  if (step === undefined) return [];
  const inside: unknown =
    Array.isArray(holder) || isKeyed(holder) ? (holder as Record<string | number, unknown>)[step] : undefined;
  const name = typeof step === 'number' ? nameIn(list, inside) : step;
  return [typeof name === 'string' ? name : String(step), ...namesAlong(inside, others, String(step))];
}

/** The row at a path; undefined where there is none. */
export function rowAt(holder: unknown, keys: Keys, list?: string): unknown {
  const [key, ...others] = keys;
  if (key === undefined) return holder;
  if (Array.isArray(holder)) {
    return rowAt(
      holder.find((member: unknown) => nameIn(list, member) === key),
      others,
      key,
    );
  }
  return isKeyed(holder) ? rowAt(holder[key], others, key) : undefined;
}

/**
 * The same with another row at the path, or with the row added at the end of its list. Nothing is changed in a holder that
 * is not there, such as a tier that the rulebook does not have.
 */
export function withRow(holder: unknown, keys: Keys, row: unknown, list?: string): unknown {
  const [key, ...others] = keys;
  if (key === undefined) return row;
  if (Array.isArray(holder)) return withMember(holder, key, others, row, list);
  if (!isKeyed(holder)) return holder;
  const present = holder[key] ?? (others.length > 0 ? emptyHolderOf(key) : undefined);
  return { ...holder, [key]: withRow(present, others, row, key) };
}

function withMember(members: readonly unknown[], key: string, others: Keys, row: unknown, list?: string): unknown {
  const place = members.findIndex((member) => nameIn(list, member) === key);
  if (place === -1) return others.length === 0 ? [...members, row] : members;
  return members.map((member, index) => (index === place ? withRow(member, others, row, key) : member));
}

/** What stands where a tier has no rows of a kind yet. */
function emptyHolderOf(key: string): unknown {
  return key in MEMBER_KEYS ? [] : {};
}

function nameIn(list: string | undefined, member: unknown): unknown {
  const naming = list === undefined ? undefined : MEMBER_KEYS[list];
  return naming && isKeyed(member) ? naming(member) : undefined;
}

function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
