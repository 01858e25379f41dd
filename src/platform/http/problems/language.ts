import type { Label } from '../../../../workflows/kernel';

/** The languages of the product; Vietnamese is meant when nothing is said. */
export type Language = keyof Label;

/** The language that an `Accept-Language` header asks for first; Vietnamese unless English is preferred to it. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const ranges = (acceptLanguage ?? '').slice(0, 500).split(',').map(rangeOf);
  const weightOf = (language: Language): number => {
    const named = ranges.find(({ tag }) => tag === language || tag.startsWith(`${language}-`));
    return (named ?? ranges.find(({ tag }) => tag === '*'))?.weight ?? 0;
  };
  return weightOf('en') > weightOf('vi') ? 'en' : 'vi';
}

function rangeOf(text: string): { readonly tag: string; readonly weight: number } {
  const [tag = '', ...params] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = params.find((param) => param.startsWith('q='))?.slice(2) ?? '1';
  return { tag, weight: /^(0(\.\d{1,3})?|1(\.0{1,3})?)$/.test(quality) ? Number(quality) : 0 };
}
