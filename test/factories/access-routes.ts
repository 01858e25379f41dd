import type { Place } from './access-place';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: { readonly format?: string; readonly enum?: readonly string[] };
}

/** A GET route as the description of the API has it. */
export interface ReadRoute {
  readonly path: string;
  readonly query: readonly Parameter[];
}

/** The kind of things that a route of one thing is about, where the path does not say so. */
const KIND_OF: Readonly<Record<string, string>> = { 'subject-freezes': 'freezes', subjects: 'people' };

/** The kinds of things that a filter names. */
const FILTERS: Readonly<Record<string, string>> = {
  campaignId: 'campaigns',
  // No request has the id of a pledge: one that is not there.
  requestId: 'pledges',
  personId: 'people',
  subjectId: 'people',
  dossierId: 'dossiers',
  decisionId: 'decisions',
  councilId: 'councils',
  clusterId: 'clusters',
  caseId: 'cases',
  consolidationId: 'consolidations',
};

/** The code of the measure that every campaign of a place has. */
const MEASURE = 'm';

/** All GET routes of a description: a route that is added is tried as well. */
export function readRoutes(paths: object): readonly ReadRoute[] {
  const described = paths as Record<string, { readonly get?: { readonly parameters?: readonly Parameter[] } }>;
  return Object.entries(described).flatMap(([path, { get }]) =>
    get ? [{ path, query: (get.parameters ?? []).filter((parameter) => parameter.in === 'query') }] : [],
  );
}

/** The collection of a route: `cases` of `/api/v1/cases/{id}/commands`. */
export function collectionOf({ path }: ReadRoute): string {
  const [, , , collection = ''] = path.split('/');
  return KIND_OF[collection] ?? collection;
}

/** True for a route about one thing. */
export function isOfOne({ path }: ReadRoute): boolean {
  return path.includes('{id}');
}

/** Every way to ask a route about the things of a place: by their ids, by each filter, by search, and for everything. */
export function urlsAbout(route: ReadRoute, place: Place): readonly string[] {
  const units = [place.unitId];
  const idsOf = (kind: string): readonly string[] => (kind === 'units' ? units : (place.ids[kind] ?? []));
  const isNeeded = ({ required }: Parameter): boolean => required === true;
  const valueOf = ({ name, schema }: Parameter): readonly string[] => {
    if (schema?.format === 'uuid') return idsOf(FILTERS[name] ?? 'units');
    if (name === 'measureCode') return [MEASURE];
    if (name === 'search') return [place.mark || 'a'];
    return isNeeded({ name, in: '', required: true }) ? [schema?.enum?.[0] ?? '2024'] : [];
  };
  const needed = route.query.filter(isNeeded).flatMap((parameter) =>
    valueOf(parameter)
      .slice(0, 1)
      .map((value) => [parameter.name, value]),
  );
  if (isOfOne(route)) {
    const kind = collectionOf(route);
    const ids = kind === 'campaigns' ? [...idsOf(kind), ...idsOf('draftCampaigns')] : idsOf(kind);
    const asked = new URLSearchParams(Object.fromEntries(needed) as Record<string, string>).toString();
    const path = asked === '' ? route.path : `${route.path}?${asked}`;
    return ids.map((id) => path.replace('{kind}', 'person').replace('{id}', id));
  }
  const tried = route.query.filter(({ name, schema }) => schema?.format === 'uuid' || name === 'search');
  const page = route.query.some(({ name }) => name === 'limit') ? [['limit', '200']] : [];
  const url = (more: readonly (readonly string[])[]): string => {
    const all = Object.fromEntries([...page, ...needed, ...more]) as Record<string, string>;
    return `${route.path}?${new URLSearchParams(all).toString()}`;
  };
  return [url([]), ...tried.flatMap((parameter) => valueOf(parameter).map((value) => url([[parameter.name, value]])))];
}
