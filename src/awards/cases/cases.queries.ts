import { Injectable } from '@nestjs/common';
import { awardWorkflow, type AwardContext } from '../../../workflows/award';
import type { Snapshot } from '../../../workflows/kernel';
import { SubjectDirectory, type SubjectKind } from '../../people';
import { coveredBy, type Scope, type SqlCondition } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { stateLabelOf } from '../../platform/http/commands/state-label';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase } from '../../platform/persistence';
import { allOf, equals } from '../../platform/http/pages/conditions';
import { appraisalFor } from './case-eligibility.queries';
import { readEvidence, readSuccessorId } from './case-family.repository';
import { OverlapsQueries } from './overlaps.queries';
import type { CaseListQuery } from './dto/case-list.request';
import type { CaseListItem, CaseResponse } from './dto/case.response';

const NEWEST: Keyset = { name: 'cases.createdAt', sortColumn: 'created_at', idColumn: 'id', direction: 'desc' };

const COLUMNS = `id, dossier_id AS "dossierId", campaign_id AS "campaignId", unit_id AS "unitId",
  subject_kind AS "subjectKind", subject_id AS "subjectId", tier, family, commendation, state,
  decision_id AS "decisionId", decided_on AS "decidedOn", presented_on AS "presentedOn", paid_on AS "paidOn", amount,
  version, created_at AS "createdAt"`;

/** A CaseListItem as plain data. */
type Shown = Omit<CaseListItem, never>;

interface CaseRow extends Omit<CaseListItem, 'subject' | 'stateLabel'> {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly createdAt: string;
}

/** Reads cases. Never writes; every answer is cut to the scope of whoever asks. */
@Injectable()
export class CasesQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly subjects: SubjectDirectory,
    private readonly overlaps: OverlapsQueries,
  ) {}

  /** A page of cases, newest first: those of the actor's units and of the units below. */
  async list(scope: Scope, query: CaseListQuery): Promise<Page<CaseListItem>> {
    const { where, orderBy, limit } = keysetPage(NEWEST, query);
    const condition = allOf([coveredBy(scope, 'unit_path'), where, ...filtersOf(query)]);
    const rows = await this.reads.rows<CaseRow>(
      `SELECT ${COLUMNS} FROM award_cases WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    const page = pageOf(NEWEST, query, rows, {
      key: ({ createdAt, id }) => ({ value: createdAt, id }),
      item: (row) => row,
    });
    return { items: await this.shown(page.items), nextCursor: page.nextCursor };
  }

  /** One case. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string): Promise<CaseResponse> {
    const condition = allOf([{ sql: 'id = ?', params: [id] }, coveredBy(scope, 'unit_path')]);
    const [row] = await this.reads.rows<CaseRow & { readonly snapshot: string }>(
      `SELECT ${COLUMNS}, snapshot FROM award_cases WHERE ${condition.sql}`,
      condition.params,
    );
    const [item] = row ? await this.shown([row]) : [];
    if (!row || !item) throw new NotFoundError('award', id);
    const { context } = JSON.parse(row.snapshot) as Snapshot<AwardContext>;
    const { cycleId, achievementId, achievedFrom, achievedTo, route, officerId, appraisal } = context;
    const { reviewId, itemId, recommendation, retieredFrom, parentCaseId = null } = context;
    const overlaps = (await this.overlaps.ofCases(scope, [id])).get(id) ?? [];
    return {
      ...{ parentCaseId, overlaps, successorCaseId: await readSuccessorId(this.reads, id) },
      evidence: await readEvidence(this.reads, scope, achievementId),
      ...item,
      ...{ cycleId, achievementId, achievedFrom, achievedTo, route, officerId },
      // What the rules said may tell of discipline: see `cases/{id}/eligibility`.
      appraisal: appraisal && appraisalFor(appraisal, false),
      ...{ reviewId, itemId, recommendation, retieredFrom },
      above: context.above && answerOf(context.above),
    };
  }

  private async shown(rows: readonly CaseRow[]): Promise<readonly Shown[]> {
    const asked = rows.map(({ subjectKind: kind, subjectId: id }) => ({ kind, id }));
    const labels = await this.subjects.labelsOf(this.reads, asked);
    return rows.map((row, index) => {
      const {
        id,
        dossierId,
        campaignId,
        unitId,
        subjectKind: kind,
        subjectId,
        tier,
        family,
        commendation,
        state,
      } = row;
      const { decisionId, decidedOn, presentedOn, paidOn, amount, version } = row;
      const subject = { kind, id: subjectId, name: labels[index]?.name ?? '' };
      const stateLabel = stateLabelOf(awardWorkflow, state);
      return {
        ...{ id, dossierId, campaignId, unitId, subject, tier, family, commendation, state, stateLabel },
        ...{ decisionId, decidedOn, presentedOn, paidOn, amount, version },
      };
    });
  }
}

function filtersOf({
  state,
  tier,
  campaignId,
  dossierId,
  decisionId,
  subjectId,
}: CaseListQuery): readonly SqlCondition[] {
  const onList = 'id IN (SELECT case_id FROM decision_cases WHERE decision_id = ?)';
  return [
    ...equals('state', state),
    ...equals('tier', tier),
    ...equals('campaign_id', campaignId),
    ...equals('dossier_id', dossierId),
    ...equals('subject_id', subjectId),
    ...(decisionId === undefined ? [] : [{ sql: onList, params: [decisionId] }]),
  ];
}

/** Without the commitment of the signer's name, which says nothing to a reader. */
function answerOf({ issuer, number, date }: NonNullable<AwardContext['above']>): CaseResponse['above'] {
  return { issuer, number, date };
}
