import { Injectable } from '@nestjs/common';
import { awardWorkflow } from '../../../workflows/award';
import { SubjectDirectory, type SubjectKind } from '../../people';
import { actorMay, type Actor } from '../../platform/auth/actor';
import { coveredBy, scopeOf, type Scope } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import type { AvailableCommandsResponse } from '../../platform/http/commands/available-commands';
import { stateLabelOf } from '../../platform/http/commands/state-label';
import { allOf, equals } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase } from '../../platform/persistence';
import {
  CONSOLIDATION_COMMAND_LABELS,
  CONSOLIDATION_COMMANDS,
  CONSOLIDATION_STATE_LABELS,
  CONSOLIDATION_WAYS,
  mayConsolidation,
} from './consolidation-states';
import { CONSOLIDATION_COLUMNS, type ConsolidationRecord } from './consolidations.repository';
import type { ConsolidationListQuery } from './dto/consolidation-list.request';
import type { ConsolidatedCase, ConsolidationListItem, ConsolidationResponse } from './dto/consolidation.response';

const NEWEST: Keyset = {
  name: 'consolidations.createdAt',
  sortColumn: 'created_at',
  idColumn: 'id',
  direction: 'desc',
};

const COLUMNS = `${CONSOLIDATION_COLUMNS},
  (SELECT COUNT(*) FROM consolidation_cases l WHERE l.consolidation_id = k.id) AS "caseCount"`;

interface ListRow extends ConsolidationRecord {
  readonly caseCount: number;
}

interface CaseRow extends Omit<ConsolidatedCase, 'subject' | 'stateLabel'> {
  readonly kind: SubjectKind;
  readonly subjectId: string;
}

/** Reads consolidated lists. Never writes; every answer is cut to the scope of whoever asks. */
@Injectable()
export class ConsolidationsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly subjects: SubjectDirectory,
  ) {}

  /** A page of lists, newest first: those of the actor's units and of the units below. */
  async list(scope: Scope, query: ConsolidationListQuery): Promise<Page<ConsolidationListItem>> {
    const { where, orderBy, limit } = keysetPage(NEWEST, query);
    const condition = allOf([
      coveredBy(scope, 'unit_path'),
      where,
      ...equals('state', query.state),
      ...equals('campaign_id', query.campaignId),
      ...equals('authority_unit_id', query.authorityUnitId),
    ]);
    const rows = await this.reads.rows<ListRow>(
      `SELECT ${COLUMNS} FROM consolidations k WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(NEWEST, query, rows, { key: ({ createdAt, id }) => ({ value: createdAt, id }), item: itemOf });
  }

  /** One list with its cases. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string): Promise<ConsolidationResponse> {
    const list = await this.inScope(scope, id);
    const rows = await this.reads.rows<CaseRow>(
      `SELECT l.ordinal, c.id AS "caseId", c.subject_kind AS "kind", c.subject_id AS "subjectId",
         c.unit_id AS "unitId", u.name AS "unitName", d.number AS "dossierNumber", c.tier, c.commendation,
         c.achieved_from AS "achievedFrom", c.achieved_to AS "achievedTo", c.state
       FROM consolidation_cases l JOIN award_cases c ON c.id = l.case_id JOIN dossiers d ON d.id = c.dossier_id
         JOIN units u ON u.id = c.unit_id
       WHERE l.consolidation_id = ? ORDER BY l.ordinal`,
      [id],
    );
    const labels = await this.subjects.labelsOf(
      this.reads,
      rows.map(({ kind, subjectId }) => ({ kind, id: subjectId })),
    );
    const cases = rows.map(({ kind, subjectId, ...row }, index) => {
      const subject = { kind, id: subjectId, name: labels[index]?.name ?? '' };
      return { ...row, subject, stateLabel: stateLabelOf(awardWorkflow, row.state) };
    });
    return { ...itemOf(list), cases };
  }

  /** What the actor can do with a list, and why not. Throws NotFoundError. */
  async commandsOf(actor: Actor, id: string): Promise<AvailableCommandsResponse> {
    const { state, unitPath } = await this.inScope(scopeOf(actor), id);
    const items = CONSOLIDATION_COMMANDS.map((type) => {
      const { permissions } = CONSOLIDATION_WAYS[type];
      const isPermitted = actorMay(actor, permissions, unitPath);
      const reasons = mayConsolidation(type, state);
      const isPossible = isPermitted && reasons.length === 0;
      const label = CONSOLIDATION_COMMAND_LABELS[type];
      return { type, label, isPossible, isPermitted, permissions, reasons, dependsOnInput: [] };
    });
    return { items };
  }

  private async inScope(scope: Scope, id: string): Promise<ListRow> {
    const condition = allOf([{ sql: 'k.id = ?', params: [id] }, coveredBy(scope, 'k.unit_path')]);
    const [found] = await this.reads.rows<ListRow>(
      `SELECT ${COLUMNS} FROM consolidations k WHERE ${condition.sql}`,
      condition.params,
    );
    if (!found) throw new NotFoundError('consolidation', id);
    return found;
  }
}

function itemOf(row: ListRow): Omit<ConsolidationListItem, never> {
  const { id, authorityUnitId, campaignId, tier, number, datedOn, signerTitle, state, caseCount, version } = row;
  const stateLabel = CONSOLIDATION_STATE_LABELS[state];
  return { id, authorityUnitId, campaignId, tier, number, datedOn, signerTitle, state, stateLabel, caseCount, version };
}
