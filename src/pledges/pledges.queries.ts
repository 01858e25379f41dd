import { Injectable } from '@nestjs/common';
import { pledgeOutcomeLabels, type PledgeOutcome } from '../../workflows/pledge';
import type { Actor } from '../platform/auth/actor';
import type { Scope } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import type { AvailableCommandsResponse } from '../platform/http/commands/available-commands';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { PrivateTexts, ReadDatabase } from '../platform/persistence';
import { allOf, equals } from '../platform/http/pages/conditions';
import type { PledgeListQuery } from './dto/pledge-list.request';
import type { PledgeMemberResponse, PledgeResponse, PledgeSummary, PledgeValueResponse } from './dto/pledge.response';
import { CommandAvailability } from '../platform/runner/command-availability';
import { PledgeWorkflow } from './pledge.workflow';
import { pledgesSeenBy } from './pledge-sight';
import { ProgressReportsQueries } from './progress/progress-reports.queries';

const BY_AGE: Keyset = { name: 'pledges.id', sortColumn: 'p.created_at', idColumn: 'p.id', direction: 'desc' };

const SUMMARY = `p.id, p.campaign_id AS "campaignId", p.unit_id AS "unitId", p.person_id AS "personId",
  p.successor_unit_id AS "successorUnitId", p.kind, p.state, p.outcome, p.version,
  p.values_revision AS "valuesRevision", p.plan_revision AS "planRevision", p.created_at AS "createdAt"`;

interface SummaryRow extends PledgeSummary {
  readonly createdAt: string;
}

/** Reads pledges. Never writes; every answer is cut to the scope of whoever asks. */
@Injectable()
export class PledgesQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly reports: ProgressReportsQueries,
    private readonly availability: CommandAvailability,
    private readonly workflow: PledgeWorkflow,
    private readonly privateTexts: PrivateTexts,
  ) {}

  /** A page of pledges, newest first. */
  async list(scope: Scope, query: PledgeListQuery): Promise<Page<PledgeSummary>> {
    const { where, orderBy, limit } = keysetPage(BY_AGE, query);
    const { campaignId, unitId, personId, state, kind } = query;
    const condition = allOf([
      pledgesSeenBy(scope),
      where,
      ...equals('p.campaign_id', campaignId),
      ...equals('p.unit_id', unitId),
      ...equals('p.person_id', personId),
      ...equals('p.state', state),
      ...equals('p.kind', kind),
    ]);
    const rows = await this.reads.rows<SummaryRow>(
      `SELECT ${SUMMARY} FROM pledges p WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(BY_AGE, query, rows, { key: ({ createdAt, id }) => ({ value: createdAt, id }), item: summaryOf });
  }

  /** One pledge with everything in it. Throws NotFoundError. */
  async one(scope: Scope, id: string): Promise<PledgeResponse> {
    const summary = await this.seen(scope, id);
    return {
      ...summary,
      outcomeLabel: summary.outcome === null ? null : pledgeOutcomeLabels[summary.outcome as PledgeOutcome],
      members: await this.members(id),
      values: await this.values(summary),
      reports: await this.reports.ofPledge(scope, id),
    };
  }

  /** What the actor can do with a pledge, and why not. Throws NotFoundError. */
  async commandsOf(scope: Scope, actor: Actor, id: string): Promise<AvailableCommandsResponse> {
    await this.seen(scope, id);
    return this.availability.of(this.workflow, actor, id);
  }

  private async seen(scope: Scope, id: string): Promise<Omit<SummaryRow, 'createdAt'>> {
    const condition = allOf([{ sql: 'p.id = ?', params: [id] }, pledgesSeenBy(scope)]);
    const [row] = await this.reads.rows<SummaryRow>(
      `SELECT ${SUMMARY} FROM pledges p WHERE ${condition.sql}`,
      condition.params,
    );
    if (!row) throw new NotFoundError('pledge', id);
    return summaryOf(row);
  }

  private async members(pledgeId: string): Promise<readonly PledgeMemberResponse[]> {
    const rows = await this.reads.rows<{ unitId: string; isSigned: number }>(
      `SELECT m.unit_id AS "unitId", m.is_signed AS "isSigned"
       FROM pledge_members m LEFT JOIN units u ON u.id = m.unit_id
       WHERE m.pledge_id = ? ORDER BY u.name_folded, m.unit_id`,
      [pledgeId],
    );
    return rows.map(({ unitId, isSigned }) => ({ unitId, isSigned: isSigned === 1 }));
  }

  private async values({
    id,
    valuesRevision,
  }: Pick<PledgeSummary, 'id' | 'valuesRevision'>): Promise<readonly PledgeValueResponse[]> {
    const rows = await this.reads.rows<{ measureCode: string; value: string; reason: string | null }>(
      `SELECT measure_code AS "measureCode", value, reason FROM pledge_values
       WHERE pledge_id = ? AND values_revision = ? ORDER BY measure_code`,
      [id, valuesRevision],
    );
    const commitments = rows.flatMap(({ reason }) => reason ?? []);
    const texts = await this.privateTexts.readTexts(this.reads, commitments);
    return rows.map(({ measureCode, value, reason }) => ({
      measureCode,
      value,
      hasReason: reason !== null,
      reason: reason === null ? null : (texts.get(reason) ?? null),
    }));
  }
}

function summaryOf({ createdAt: _, ...summary }: SummaryRow): Omit<SummaryRow, 'createdAt'> {
  return summary;
}
