import { Injectable } from '@nestjs/common';
import { routeTaken, type AwardCommand, type AwardContext, type AwardFacts } from '../../../workflows/award';
import { canonicalJson, localDateOf, type Citation, type Refusal } from '../../../workflows/kernel';
import { CampaignDirectory } from '../../campaigns';
import type { Tx } from '../../platform/persistence';
import type { WorkflowChange } from '../../platform/runner/feature-workflow';
import { refusal, refusalsWhen, type RefusalText } from '../../platform/runner/refusals';
import { notDueRefusal } from '../decisions/prize-not-due';
import { PrizesDue } from '../decisions/prizes-due';
import { lockHolds } from '../decisions/decision-holds.repository';
import type { DossierRecord } from '../dossiers/dossier';
import { liesWithItsUnit } from '../dossiers/dossier-states';
import { CaseSources } from './case-sources';
import { CASE_REFUSALS } from './cases.errors';
import { rulesDayOf } from './rules-day';
import { TierRules } from './tier-rules';

/**
 * What a case must agree with beside its own machine: its dossier, the release of its campaign, the kind of its subject,
 * its decision. Asked in the unit of work, after the machine has agreed; a reason rolls everything back.
 */
@Injectable()
export class CaseConditions {
  constructor(
    private readonly tiers: TierRules,
    private readonly campaigns: CampaignDirectory,
    private readonly prizesDue: PrizesDue,
  ) {}

  async refusalsOf(tx: Tx, change: WorkflowChange): Promise<readonly Refusal[]> {
    const unpaid = (await this.ofPayments(tx, [change])).get(change.instanceId) ?? [];
    return [...unpaid, ...(await this.refusalsIn(new CaseSources(tx, this.campaigns, this.tiers), change))];
  }

  /** The same for many changes, by case id: what they share is read once. Of decisions the holds are asked for together. */
  async refusalsOfMany(tx: Tx, changes: readonly WorkflowChange[]): Promise<ReadonlyMap<string, readonly Refusal[]>> {
    const sources = new CaseSources(tx, this.campaigns, this.tiers);
    const refusals = new Map<string, readonly Refusal[]>();
    for (const change of changes.filter(({ command }) => command.type !== 'award.decide')) {
      refusals.set(change.instanceId, await this.refusalsIn(sources, change));
    }
    for (const [caseId, reasons] of await this.ofPayments(tx, changes)) refusals.set(caseId, reasons);
    return refusals;
  }

  private async refusalsIn(sources: CaseSources, change: WorkflowChange): Promise<readonly Refusal[]> {
    switch (change.command.type as AwardCommand['type']) {
      case 'award.draft':
        return this.ofNomination(sources, change, ({ state }) =>
          refusalsWhen([!liesWithItsUnit(state) && !isSentUp(change), CASE_REFUSALS.dossierNotOpen]),
        );
      case 'award.revise':
      case 'award.retier':
        return this.ofNomination(sources, change, () => []);
      case 'award.submit':
        return this.ofSubmission(sources, change);
      case 'award.decide':
        return this.ofDecision(sources.tx, change);
      default:
        return [];
    }
  }

  /** A prize falls away beside a higher one of the same moment (Decree 152/2025/NĐ-CP, article 49.5). */
  private async ofPayments(
    tx: Tx,
    changes: readonly WorkflowChange[],
  ): Promise<ReadonlyMap<string, readonly Refusal[]>> {
    const paid = changes.filter(({ command }) => command.type === 'award.pay').map(({ instanceId }) => instanceId);
    if (paid.length === 0) return new Map();
    const notDue = await this.prizesDue.notDueOf(tx, paid);
    return new Map([...notDue].filter(([id]) => paid.includes(id)).map(([id, why]) => [id, [notDueRefusal(why)]]));
  }

  /** Whatever pins a route: the draft, its revision, a lower tier. */
  private async ofNomination(
    sources: CaseSources,
    change: WorkflowChange,
    ofDossier: (dossier: DossierRecord) => readonly Refusal[],
  ): Promise<readonly Refusal[]> {
    const dossier = await sources.dossierOf(contextOf(change).dossierId);
    return [
      ...ofDossier(dossier),
      ...(await this.ofRelease(sources, dossier.campaignId)),
      ...(await this.ofSubjectKind(sources, change, dossier)),
    ];
  }

  /** The route that was pinned must still be the one of the day: a release or a regime may have come between. */
  private async ofSubmission(sources: CaseSources, change: WorkflowChange): Promise<readonly Refusal[]> {
    const dossier = await sources.dossierOf(contextOf(change).dossierId);
    const { route, routeCitation } = change.command.facts as AwardFacts;
    const { route: pinned } = contextOf(change);
    const isSame = canonicalJson(route && routeTaken(pinned, route)) === canonicalJson(pinned);
    return [
      ...refusalsWhen([liesWithItsUnit(dossier.state), CASE_REFUSALS.dossierNotSubmitted]),
      ...(isSame ? [] : [cited(CASE_REFUSALS.routeChanged, routeCitation)]),
      ...(await this.ofSubjectKind(sources, change, dossier)),
    ];
  }

  /** A campaign is judged by the rules it was launched under until it adopts later ones. */
  private async ofRelease(sources: CaseSources, campaignId: string | null): Promise<readonly Refusal[]> {
    if (campaignId === null) return [];
    const pinned = await sources.releaseOf(campaignId);
    const isAtHand = pinned === null || (await this.tiers.knows(sources.tx, pinned));
    return refusalsWhen([!isAtHand, CASE_REFUSALS.otherRelease]);
  }

  private async ofSubjectKind(
    sources: CaseSources,
    change: WorkflowChange,
    dossier: DossierRecord,
  ): Promise<readonly Refusal[]> {
    const { tier, subject } = contextOf(change);
    const day = rulesDayOf(dossier, localDateOf(change.command.at));
    const { isGiven, citation } = (await sources.rulesOf(dossier)).isGivenTo(tier, day, subject.kind);
    return isGiven ? [] : [cited(CASE_REFUSALS.tierNotForSubject, citation)];
  }

  private async ofDecision(tx: Tx, change: WorkflowChange): Promise<readonly Refusal[]> {
    const { decisionId } = contextOf(change);
    const isInForce = decisionId !== null && (await lockHolds(tx, decisionId, [change.instanceId]));
    return refusalsWhen([!isInForce, CASE_REFUSALS.decisionNotInForce]);
  }
}

/** What a level below sends up joins its dossier here whenever it comes. */
function isSentUp(change: WorkflowChange): boolean {
  return contextOf(change).parentCaseId !== undefined;
}

function contextOf(change: WorkflowChange): AwardContext {
  return change.decision.snapshot.context as AwardContext;
}

function cited(entry: RefusalText, citation: Citation | undefined): Refusal {
  return { ...refusal(entry), ...(citation ? { citation } : {}) };
}
