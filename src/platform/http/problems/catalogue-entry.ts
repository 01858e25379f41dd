import type { Label } from '../../../../workflows/kernel';

/** What a code means over HTTP. */
export interface CatalogueEntry {
  readonly status: number;
  readonly title: Label;
  /** `{placeholders}` are filled from the error's details. */
  readonly detail: Label;
}

/** An entry from its status, title and detail, each in Vietnamese and English. */
export function entry(
  status: number,
  title: readonly [vi: string, en: string],
  detail: readonly [vi: string, en: string],
): CatalogueEntry {
  return { status, title: { vi: title[0], en: title[1] }, detail: { vi: detail[0], en: detail[1] } };
}
