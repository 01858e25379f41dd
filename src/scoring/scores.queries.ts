import { Injectable } from '@nestjs/common';
import { scoreOf } from '../../workflows/scoring';
import { clustersSeenBy } from '../clusters';
import { coveredBy, type Scope, type SqlCondition } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import { allOf, equals } from '../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { PrivateTexts, ReadDatabase } from '../platform/persistence';
import type { ScoreListQuery } from './dto/score.request';
import type { ScoreResponse, ScoreSummary } from './dto/score.response';
import { countingEntries } from './score';
import { scoreLines } from './score-lines';
import { readEntries } from './scores.repository';
import { readPinned } from './sheets.repository';

const LATEST: Keyset = { name: 'scores.createdAt', sortColumn: 's.created_at', idColumn: 's.id', direction: 'desc' };

const SCORES = `SELECT s.id, s.cluster_id AS "clusterId", s.unit_id AS "unitId", s.state, s.total,
  s.women_count AS "womenCount", s.member_count AS "memberCount", s.created_at AS "createdAt", s.version
  FROM scores s JOIN clusters c ON c.id = s.cluster_id JOIN units u ON u.id = s.unit_id`;

type ScoreFields = Pick<ScoreSummary, keyof ScoreSummary>;

/** Reads scores: whoever may read the cluster reads what was handed in; drafts are for the unit and those above it. */
@Injectable()
export class ScoresQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly texts: PrivateTexts,
  ) {}

  /** A page of scores, newest first. */
  async list(scope: Scope, query: ScoreListQuery): Promise<Page<ScoreSummary>> {
    const { where, orderBy, limit } = keysetPage(LATEST, query);
    const condition = allOf([
      ...[seenBy(scope), where, ...equals('s.cluster_id', query.clusterId)],
      ...[...equals('s.unit_id', query.unitId), ...equals('s.state', query.state)],
    ]);
    const rows = await this.reads.rows<ScoreFields>(
      `${SCORES} WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(LATEST, query, rows, {
      key: ({ createdAt, id }) => ({ value: createdAt, id }),
      item: (row) => row,
    });
  }

  /** One score with everything that was entered. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string): Promise<ScoreResponse> {
    const condition = allOf([{ sql: 's.id = ?', params: [id] }, seenBy(scope)]);
    const [row] = await this.reads.rows<ScoreFields>(`${SCORES} WHERE ${condition.sql}`, condition.params);
    const pinned = row && (await readPinned(this.reads, row.clusterId));
    if (!row || !pinned) throw new NotFoundError('score', id);
    const stored = await readEntries(this.reads, [id]);
    const reasons = await this.texts.readTexts(
      this.reads,
      stored.flatMap(({ reason }) => reason ?? []),
    );
    const { failedGates } = scoreOf(pinned.sheet, countingEntries(stored, row.state));
    return { ...row, criteria: scoreLines(pinned.sheet, stored, reasons), failedGates };
  }
}

function seenBy(scope: Scope): SqlCondition {
  const [ofCluster, own] = [clustersSeenBy(scope, 'c.'), coveredBy(scope, 'u.path')];
  return {
    sql: `(${ofCluster.sql} AND (s.state <> 'draft' OR ${own.sql}))`,
    params: [...ofCluster.params, ...own.params],
  };
}
