/** What is wrong inside one rulebook. */
export interface Found {
  /** Place inside it, keys and positions from the outermost. */
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/** The reason at the path when it is wrong; otherwise nothing. */
export function when(isWrong: boolean, path: Found['path'], reason: string): Found[] {
  return isWrong ? [{ path, reason }] : [];
}

/** Every member whose name an earlier one has already. */
export function twice(names: readonly string[], place: (index: number) => Found['path'], what: string): Found[] {
  return names.flatMap((name, index) => when(names.indexOf(name) < index, place(index), `another ${what} ${name}`));
}
