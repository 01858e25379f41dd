import { Injectable } from '@nestjs/common';
import { actorMay, type Actor } from '../../platform/auth/actor';
import { coveredBy, scopeOf, type Scope } from '../../platform/auth/scope';
import { Clock } from '../../platform/clock/clock.port';
import { readCountingRules } from '../../platform/deadlines/counted-deadline';
import { PROVISIONAL_DAY } from '../../platform/deadlines/provisional';
import { NotFoundError } from '../../platform/errors/platform.errors';
import type { AvailableCommandsResponse } from '../../platform/http/commands/available-commands';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { PrivateTexts, ReadDatabase } from '../../platform/persistence';
import { ANY_COMMAND } from '../../platform/runner/feature-workflow';
import { allOf, equals } from '../../platform/http/pages/conditions';
import type { DossierRecord } from './dossier';
import {
  DOSSIER_COMMAND_LABELS,
  DOSSIER_COMMANDS,
  DOSSIER_STATE_LABELS,
  DOSSIER_WAYS,
  mayDossier,
} from './dossier-states';
import { APPRAISAL_DUE } from './dossier-terms.service';
import { countCasesByState, DOSSIER_COLUMNS, readAuthorityPath, readDossier } from './dossiers.repository';
import { DossierPapers, type PapersOfDossier } from './dossier-papers.service';
import { DossiersService } from './dossiers.service';
import type { DossierListQuery } from './dto/dossier-list.request';
import type { DossierResponse, DossierSummary } from './dto/dossier.response';

const NEWEST: Keyset = { name: 'dossiers.createdAt', sortColumn: 'created_at', idColumn: 'id', direction: 'desc' };

/** Reads dossiers. Never writes; every answer is cut to the scope of whoever asks. */
@Injectable()
export class DossiersQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly privateTexts: PrivateTexts,
    private readonly dossiers: DossiersService,
    private readonly papers: DossierPapers,
  ) {}

  /** A page of dossiers, newest first: those of the actor's units and of the units below. */
  async list(scope: Scope, query: DossierListQuery): Promise<Page<DossierSummary>> {
    const { where, orderBy, limit } = keysetPage(NEWEST, query);
    const condition = allOf([
      coveredBy(scope, 'unit_path'),
      where,
      ...equals('state', query.state),
      ...equals('campaign_id', query.campaignId),
      ...equals('unit_id', query.unitId),
      ...equals('authority_unit_id', query.authorityUnitId),
    ]);
    const rows = await this.reads.rows<Omit<DossierRecord, 'papers'>>(
      `SELECT ${DOSSIER_COLUMNS} FROM dossiers WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(NEWEST, query, rows, { key: ({ createdAt, id }) => ({ value: createdAt, id }), item: summaryOf });
  }

  /** One dossier. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string): Promise<DossierResponse> {
    const dossier = await this.inScope(scope, id);
    const { papers, returnReason } = dossier;
    const texts = await this.privateTexts.readTexts(this.reads, returnReason === null ? [] : [returnReason]);
    return {
      ...summaryOf(dossier),
      papers,
      appraisalRules: await readCountingRules(this.reads, id, APPRAISAL_DUE),
      ...shownPapers(await this.papers.of(this.reads, dossier, this.clock.now())),
      returnReason: returnReason === null ? null : (texts.get(returnReason) ?? null),
      caseCounts: Object.fromEntries(await countCasesByState(this.reads, id)),
    };
  }

  /** What the actor can do with a dossier, and why not. Throws NotFoundError. */
  async commandsOf(actor: Actor, id: string): Promise<AvailableCommandsResponse> {
    const dossier = await this.inScope(scopeOf(actor), id);
    const facts = await this.dossiers.factsOf(this.reads, dossier, { type: ANY_COMMAND, at: this.clock.now() });
    const paths = {
      unit: dossier.unitPath,
      authority: await readAuthorityPath(this.reads, dossier.id),
    };
    const items = DOSSIER_COMMANDS.map((type) => {
      const { permissions, by } = DOSSIER_WAYS[type];
      const isPermitted = actorMay(actor, permissions, paths[by]);
      const reasons = mayDossier(type, dossier.state, facts);
      const isPossible = isPermitted && reasons.length === 0;
      return {
        type,
        label: DOSSIER_COMMAND_LABELS[type],
        isPossible,
        isPermitted,
        permissions,
        reasons,
        dependsOnInput: [],
      };
    });
    return { items };
  }

  private async inScope(scope: Scope, id: string): Promise<DossierRecord> {
    const condition = allOf([{ sql: 'id = ?', params: [id] }, coveredBy(scope, 'unit_path')]);
    const [found] = await this.reads.rows(`SELECT id FROM dossiers WHERE ${condition.sql}`, condition.params);
    const dossier = found && (await readDossier(this.reads, id));
    if (!dossier) throw new NotFoundError('dossier', id);
    return dossier;
  }
}

function shownPapers({ checklist, warnings }: PapersOfDossier): Pick<DossierResponse, 'checklist' | 'warnings'> {
  return { checklist, warnings };
}

/** As plain data: what a class says of itself is for the description of the API. */
function summaryOf(dossier: Omit<DossierRecord, 'papers'>): Omit<DossierSummary, never> {
  const { id, number, datedOn, signerTitle, campaignId, cycleId, unitId, authorityUnitId, state, version } = dossier;
  const { submittedAt, receivedAt, completeAt, appraisalDueOn, isAppraisalProvisional } = dossier;
  const provisional = isAppraisalProvisional === 1 ? PROVISIONAL_DAY : null;
  const stateLabel = DOSSIER_STATE_LABELS[state];
  return {
    ...{ id, number, datedOn, signerTitle, campaignId, cycleId, unitId, authorityUnitId },
    ...{ state, stateLabel, submittedAt, receivedAt, completeAt, appraisalDueOn, provisional, version },
  };
}
