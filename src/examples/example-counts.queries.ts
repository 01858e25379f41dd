import { Injectable } from '@nestjs/common';
import { statesCounted, type ExampleState } from '../../workflows/example';
import { coveredBy, type Scope, type SqlCondition } from '../platform/auth/scope';
import { allOf, equals } from '../platform/http/pages/conditions';
import { ReadDatabase } from '../platform/persistence';
import { UnitDirectory } from '../units';
import type { CountedBy, ExampleCountsQuery } from './dto/example-list.request';
import type { ExampleCountResponse, ExampleCountsResponse } from './dto/example.response';
import { foundIn } from './example-filters';

const KEYS: Readonly<Record<CountedBy, string>> = {
  kind: 'e.kind',
  field: 'e.field',
  year: 'CAST(e.found_year AS TEXT)',
  campaign: 'e.campaign_id',
  unit: 'e.unit_id',
};

/** Groups of one answer: who has more narrows by unit or campaign. */
const MOST_GROUPS = 1_000;

interface StateCount {
  readonly key: string | null;
  readonly state: ExampleState;
  readonly count: number;
}

/** Counts examples of the actor's units and of those below. */
@Injectable()
export class ExampleCountsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
  ) {}

  /** How many examples there are by one dimension. */
  async counts(scope: Scope, query: ExampleCountsQuery): Promise<ExampleCountsResponse> {
    const { by = 'kind', kind, field, year, campaignId, unitId } = query;
    const key = KEYS[by];
    const condition = allOf([
      coveredBy(scope, 'e.unit_path'),
      ...equals('e.kind', kind),
      ...equals('e.field', field),
      ...foundIn(year),
      ...equals('e.campaign_id', campaignId),
      ...(unitId === undefined ? [] : [await this.within(unitId)]),
    ]);
    const rows = await this.reads.rows<StateCount>(
      `SELECT ${key} AS "key", e.state, CAST(COUNT(*) AS INTEGER) AS "count"
       FROM examples e WHERE ${condition.sql} GROUP BY ${key}, e.state`,
      condition.params,
    );
    const keys = [...new Set(rows.map((row) => row.key))].sort(byKey);
    const groups = new Map<string | null, StateCount[]>();
    for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), row]);
    const items = keys.slice(0, MOST_GROUPS).map((each) => countOf(each, groups.get(each) ?? []));
    return { items, isCut: keys.length > MOST_GROUPS };
  }

  private async within(unitId: string): Promise<SqlCondition> {
    const path = await this.units.pathOf(this.reads, unitId);
    const scope = { everything: false, unitPaths: path === undefined ? [] : [path], councilIds: [], personId: null };
    return coveredBy(scope, 'e.unit_path');
  }
}

function countOf(key: string | null, counts: readonly StateCount[]): ExampleCountResponse {
  const sum = (states: readonly ExampleState[]): number =>
    counts.filter(({ state }) => states.includes(state)).reduce((total, { count }) => total + count, 0);
  const [found, accepted] = [sum(statesCounted('found')), sum(statesCounted('accepted'))];
  return {
    key,
    found,
    accepted,
    published: sum(['published']),
    declined: sum(['declined']),
    withdrawn: sum(['withdrawn']),
  };
}

/** What has no key comes last. */
function byKey(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
