/** The entity tag of a version: `"7"`. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version of a strong entity tag; undefined for a weak one, a list, or any other text. */
export function versionOfEtag(tag: string): number | undefined {
  const digits = /^"(0|[1-9]\d{0,8})"$/.exec(tag.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
