import type { Ballot, Part } from './rehearsal-world';

/** What is looked for in the context of any thing; a kind of thing has some of it or none. */
interface WithParts {
  readonly reportRequests?: readonly { readonly id: string; readonly period: string }[];
  readonly awardCycles?: readonly { readonly id: string; readonly dossiersDueOn: string }[];
  readonly reports?: readonly { readonly id: string; readonly period: string }[];
  readonly outcomes?: readonly { readonly id: string; readonly unitId: string }[];
  readonly items?: Readonly<Record<string, { readonly caseId: string | null; readonly status?: string }>>;
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

/** The parts of a thing that have an id: report requests and reports by period, cycles by their last day, outcomes by unit, items by case. */
export function partsOfContext(context: object): readonly Part[] {
  const { reportRequests = [], awardCycles = [], reports = [], outcomes = [], items = {} } = context as WithParts;
  return [
    ...[...reportRequests, ...reports].map(({ id, period }) => ({ id, names: [period] })),
    ...outcomes.map(({ id, unitId }) => ({ id, names: [unitId] })),
    ...awardCycles.map(({ id, dossiersDueOn }) => ({ id, names: [dossiersDueOn] })),
    // A case that was taken off and put on again has two items: its name is that of the one on the agenda.
    ...Object.entries(items).map(([id, { caseId, status }]) => ({
      id,
      names: caseId === null || status === 'takenOff' ? [] : [caseId],
    })),
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
