/** A word or sentence in both languages of the product. Vietnamese comes first: it is what users read. */
export interface Label {
  readonly vi: string;
  readonly en: string;
}

/** Values that fill the `{placeholders}` of a label. */
export type LabelParams = Readonly<Record<string, string | number>>;

/** Fills `{name}` placeholders in both languages; a placeholder without a value stays visible, so that a test finds it. */
export function fillLabel(label: Label, params: LabelParams): Label {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : whole));
  return { vi: fill(label.vi), en: fill(label.en) };
}
