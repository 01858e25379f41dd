import type { Ballot, Part } from './rehearsal-world';

/** What is looked for in the context of any thing; a kind of thing has some of it or none. */
interface WithParts {
  readonly reportRequests?: readonly { readonly id: string; readonly period: string }[];
  readonly awardCycles?: readonly { readonly id: string; readonly dossiersDueOn: string }[];
  readonly reports?: readonly { readonly id: string; readonly period: string }[];
  readonly items?: Readonly<Record<string, { readonly caseId: string | null }>>;
}

interface WithResults {
  readonly items?: Readonly<Record<string, { readonly result: Figures | null }>>;
}

interface Figures {
  readonly passed: boolean;
  readonly inFavour: number;
  readonly base: number;
  readonly needed: number;
}

/** The parts of a thing that have an id: report requests and reports by period, cycles by their last day, items by case. */
export function partsOfContext(context: object): readonly Part[] {
  const { reportRequests = [], awardCycles = [], reports = [], items = {} } = context as WithParts;
  return [
    ...[...reportRequests, ...reports].map(({ id, period }) => ({ id, names: [period] })),
    ...awardCycles.map(({ id, dossiersDueOn }) => ({ id, names: [dossiersDueOn] })),
    ...Object.entries(items).map(([id, { caseId }]) => ({ id, names: caseId === null ? [] : [caseId] })),
  ];
}

/** The figures of each item of a review round; null where it was not counted. */
export function figuresOfContext(context: object): readonly Omit<Ballot, 'sentence'>[] {
  const { items = {} } = context as WithResults;
  return Object.entries(items).map(([itemId, { result }]) => ({
    itemId,
    isPassed: result?.passed ?? null,
    inFavour: result?.inFavour ?? null,
    base: result?.base ?? null,
    needed: result?.needed ?? null,
  }));
}
