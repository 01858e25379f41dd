import { Injectable } from '@nestjs/common';
import { statesCounted, TARGET_STAGES, type ExampleKind } from '../../../workflows/example';
import { coveredBy, type Scope, type SqlCondition } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf, equals } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase } from '../../platform/persistence';
import type { TargetListQuery } from './dto/example-target.request';
import type { ExampleTargetResponse } from './dto/example-target.response';
import { targetStatus } from './example-target';

const NEWEST: Keyset = {
  ...{ name: 'exampleTargets.createdAt', sortColumn: 't.created_at', idColumn: 't.id', direction: 'desc' },
};

type Shown = Omit<ExampleTargetResponse, never>;

interface TargetRow extends Omit<Shown, 'kinds' | 'status'> {
  readonly kinds: string;
  readonly createdAt: string;
}

/** The states that count, as SQL: all words are ours. */
const COUNTED = TARGET_STAGES.map(
  (stage) =>
    `(t.stage = '${stage}' AND e.state IN (${statesCounted(stage)
      .map((each) => `'${each}'`)
      .join(', ')}))`,
).join(' OR ');

/** `0` follows `/` in code-point order: all paths below a unit's lie between. */
const COUNT = `(SELECT COUNT(*) FROM examples e
  WHERE e.unit_path >= t.unit_path AND e.unit_path < SUBSTR(t.unit_path, 1, LENGTH(t.unit_path) - 1) || '0'
    AND t.kinds LIKE '%"' || e.kind || '"%' AND (t.campaign_id IS NULL OR e.campaign_id = t.campaign_id)
    AND (t.field IS NULL OR e.field = t.field) AND (t.year IS NULL OR e.found_year = t.year) AND (${COUNTED}))`;

const COLUMNS = `t.id, t.name, t.unit_id AS "unitId", t.campaign_id AS "campaignId", t.kinds, t.field, t.year, t.stage,
  t.direction, t.value, t.version, t.created_at AS "createdAt", CAST(${COUNT} AS INTEGER) AS "count"`;

/** Reads targets that stand, each with its count, for the actor's units and those below. */
@Injectable()
export class ExampleTargetsQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of targets, newest first, counted by one statement. */
  async list(scope: Scope, query: TargetListQuery): Promise<Page<ExampleTargetResponse>> {
    const { where, orderBy, limit } = keysetPage(NEWEST, query);
    const { unitId, campaignId, year } = query;
    const condition = allOf([
      coveredBy(scope, 't.unit_path'),
      { sql: 't.dropped_at IS NULL', params: [] },
      where,
      ...equals('t.unit_id', unitId),
      ...equals('t.campaign_id', campaignId),
      ...(year === undefined ? [] : [{ sql: 't.year = ?', params: [year] }]),
    ]);
    const rows = await this.targets(condition, `ORDER BY ${orderBy} LIMIT ${limit}`);
    return pageOf(NEWEST, query, rows, { key: ({ createdAt, id }) => ({ value: createdAt, id }), item: shown });
  }

  /** One target, dropped or not. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string): Promise<ExampleTargetResponse> {
    const condition = allOf([{ sql: 't.id = ?', params: [id] }, coveredBy(scope, 't.unit_path')]);
    const [row] = await this.targets(condition, '');
    if (!row) throw new NotFoundError('exampleTarget', id);
    return shown(row);
  }

  private targets({ sql, params }: SqlCondition, rest: string): Promise<TargetRow[]> {
    return this.reads.rows<TargetRow>(`SELECT ${COLUMNS} FROM example_targets t WHERE ${sql} ${rest}`, params);
  }
}

function shown({ createdAt: _, kinds, ...target }: TargetRow): Shown {
  const status = targetStatus(target.direction, target.value, target.count);
  return { ...target, kinds: JSON.parse(kinds) as ExampleKind[], status };
}
