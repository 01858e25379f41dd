import { Injectable } from '@nestjs/common';
import { decisionWorkflow, type DecisionContext } from '../../../workflows/decision';
import type { Refusal, Snapshot } from '../../../workflows/kernel';
import { coveredBy, type Scope } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { stateLabelOf } from '../../platform/http/commands/state-label';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase } from '../../platform/persistence';
import { allOf, equals } from '../../platform/http/pages/conditions';
import type { DecisionListQuery } from './dto/decision-list.request';
import type { DecisionConflictResponse, DecisionResponse, DecisionSummary } from './dto/decision.response';

const NEWEST: Keyset = { name: 'decisions.createdAt', sortColumn: 'created_at', idColumn: 'id', direction: 'desc' };

const COLUMNS = `id, authority_unit_id AS "authorityUnitId", campaign_id AS "campaignId", number, symbol, year,
  issued_on AS "issuedOn", case_count AS "caseCount", state, version, created_at AS "createdAt"`;

const MOST_CONFLICTS = 200;

interface DecisionRow extends Omit<DecisionSummary, 'stateLabel'> {
  readonly createdAt: string;
}

interface WholeRow extends DecisionRow {
  readonly snapshot: string;
  readonly settledState: string | null;
  readonly conflictCount: number;
}

/** Reads decisions. Never writes; every answer is cut to the scope of whoever asks. */
@Injectable()
export class DecisionsQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of decisions, newest first: those of the actor's units and of the units below. */
  async list(scope: Scope, query: DecisionListQuery): Promise<Page<DecisionSummary>> {
    const { where, orderBy, limit } = keysetPage(NEWEST, query);
    const condition = allOf([
      coveredBy(scope, 'unit_path'),
      where,
      ...equals('state', query.state),
      ...equals('campaign_id', query.campaignId),
      ...equals('authority_unit_id', query.authorityUnitId),
    ]);
    const rows = await this.reads.rows<DecisionRow>(
      `SELECT ${COLUMNS} FROM decisions WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(NEWEST, query, rows, { key: ({ createdAt, id }) => ({ value: createdAt, id }), item: summaryOf });
  }

  /** One decision. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string): Promise<DecisionResponse> {
    const condition = allOf([{ sql: 'id = ?', params: [id] }, coveredBy(scope, 'unit_path')]);
    const [row] = await this.reads.rows<WholeRow>(
      `SELECT ${COLUMNS}, snapshot, settled_state AS "settledState",
         (SELECT COUNT(*) FROM decision_conflicts x WHERE x.decision_id = decisions.id) AS "conflictCount"
       FROM decisions WHERE ${condition.sql}`,
      condition.params,
    );
    if (!row) throw new NotFoundError('decision', id);
    const { context } = JSON.parse(row.snapshot) as Snapshot<DecisionContext>;
    const { signing, correctionCount, lastCorrection, revocationCount } = context;
    return {
      ...summaryOf(row),
      ...{ signing, correctionCount, lastCorrection, revocationCount },
      isSettled: isSettled(row),
      conflictCount: row.conflictCount,
      conflicts: row.conflictCount === 0 ? [] : await this.conflictsOf(id),
    };
  }

  private async conflictsOf(decisionId: string): Promise<readonly DecisionConflictResponse[]> {
    const rows = await this.reads.rows<Omit<DecisionConflictResponse, 'reasons'> & { readonly reasons: string }>(
      `SELECT x.case_id AS "caseId", x.command, x.reasons, x.occurred_at AS "occurredAt"
       FROM decision_conflicts x JOIN decision_cases l ON l.decision_id = x.decision_id AND l.case_id = x.case_id
       WHERE x.decision_id = ? ORDER BY l.ordinal, x.command LIMIT ${MOST_CONFLICTS}`,
      [decisionId],
    );
    return rows.map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as Refusal[] }));
  }
}

/** As plain data: what a class says of itself is for the description of the API. */
function summaryOf(row: DecisionRow): Omit<DecisionSummary, never> {
  const { id, authorityUnitId, campaignId, number, symbol, year, issuedOn, caseCount, state, version } = row;
  const stateLabel = stateLabelOf(decisionWorkflow, state);
  return { id, authorityUnitId, campaignId, number, symbol, year, issuedOn, caseCount, state, stateLabel, version };
}

/** Before a decision is issued its cases have nothing to be told. */
function isSettled({ state, settledState }: WholeRow): boolean {
  if (state === 'revoked') return settledState === 'revoked';
  return state === 'issued' || state === 'corrected' ? settledState === 'issued' : true;
}
