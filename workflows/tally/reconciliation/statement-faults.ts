import type { StatementContent } from './statement.types';

/** What keeps a text from being checked at all: a slip of whoever typed it in, not of the text. */
export type StatementFault =
  | { readonly kind: 'codeRepeated'; readonly code: string }
  | { readonly kind: 'figureUnknown'; readonly code: string; readonly named: string }
  | { readonly kind: 'partOfItself'; readonly code: string }
  | { readonly kind: 'endsBeforeStart'; readonly code: string };

/** All faults at once, in the order of the text. */
export function statementFaults({ figures, lists, periods }: StatementContent): readonly StatementFault[] {
  const codes = [...figures, ...lists, ...periods].map(({ code }) => code);
  const known = new Set(figures.map(({ code }) => code));
  const repeated = [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
  const naming = [
    ...figures.map(({ code, parts = [], within }) => ({
      code,
      names: [...parts, ...(within === undefined ? [] : [within])],
    })),
    ...lists.map(({ code, total }) => ({ code, names: total === undefined ? [] : [total] })),
  ];
  return [
    ...repeated.map((code) => ({ kind: 'codeRepeated' as const, code })),
    ...naming.flatMap(({ code, names }) =>
      names.filter((named) => !known.has(named)).map((named) => ({ kind: 'figureUnknown' as const, code, named })),
    ),
    ...figures
      .filter(({ code, parts = [], within }) => parts.includes(code) || within === code)
      .map(({ code }) => ({ kind: 'partOfItself' as const, code })),
    ...periods.filter(({ from, to }) => to < from).map(({ code }) => ({ kind: 'endsBeforeStart' as const, code })),
  ];
}
