import { Injectable } from '@nestjs/common';
import { routeTaken, type AwardCommand, type AwardContext, type AwardFacts } from '../../../workflows/award';
import { canonicalJson, localDateOf, type Citation, type Refusal } from '../../../workflows/kernel';
import { CampaignDirectory } from '../../campaigns';
import type { Tx } from '../../platform/persistence';
import type { WorkflowChange } from '../../platform/runner/feature-workflow';
import { refusal, refusalsWhen, type RefusalText } from '../../platform/runner/refusals';
import { lockHolds } from '../decisions/decision-holds.repository';
import type { DossierRecord } from '../dossiers/dossier';
import { liesWithItsUnit } from '../dossiers/dossier-states';
import { readDossier } from '../dossiers/dossiers.repository';
import { rulesDayOf } from './case-facts';
import { CASE_REFUSALS } from './cases.errors';
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
  ) {}

  async refusalsOf(tx: Tx, change: WorkflowChange): Promise<readonly Refusal[]> {
    switch (change.command.type as AwardCommand['type']) {
      case 'award.draft':
        return this.ofNomination(tx, change, ({ state }) =>
          refusalsWhen([!liesWithItsUnit(state) && !isSentUp(change), CASE_REFUSALS.dossierNotOpen]),
        );
      case 'award.revise':
      case 'award.retier':
        return this.ofNomination(tx, change, () => []);
      case 'award.submit':
        return this.ofSubmission(tx, change);
      case 'award.decide':
        return this.ofDecision(tx, change);
      default:
        return [];
    }
  }

  /** Whatever pins a route: the draft, its revision, a lower tier. */
  private async ofNomination(
    tx: Tx,
    change: WorkflowChange,
    ofDossier: (dossier: DossierRecord) => readonly Refusal[],
  ): Promise<readonly Refusal[]> {
    const dossier = await dossierOf(tx, change);
    return [
      ...ofDossier(dossier),
      ...(await this.ofRelease(tx, dossier.campaignId)),
      ...this.ofSubjectKind(change, dossier),
    ];
  }

  /** The route that was pinned must still be the one of the day: a release or a regime may have come between. */
  private async ofSubmission(tx: Tx, change: WorkflowChange): Promise<readonly Refusal[]> {
    const dossier = await dossierOf(tx, change);
    const { route, routeCitation } = change.command.facts as AwardFacts;
    const { route: pinned } = contextOf(change);
    const isSame = canonicalJson(route && routeTaken(pinned, route)) === canonicalJson(pinned);
    return [
      ...refusalsWhen([liesWithItsUnit(dossier.state), CASE_REFUSALS.dossierNotSubmitted]),
      ...(isSame ? [] : [cited(CASE_REFUSALS.routeChanged, routeCitation)]),
      ...this.ofSubjectKind(change, dossier),
    ];
  }

  /** A campaign is judged by the rules it was launched under until it adopts later ones. */
  private async ofRelease(tx: Tx, campaignId: string | null): Promise<readonly Refusal[]> {
    if (campaignId === null) return [];
    const campaign = await this.campaigns.contextOf(tx, campaignId);
    const pinned = campaign?.context.rulebookRelease ?? null;
    return refusalsWhen([pinned !== null && pinned !== this.tiers.release, CASE_REFUSALS.otherRelease]);
  }

  private ofSubjectKind(change: WorkflowChange, dossier: DossierRecord): readonly Refusal[] {
    const { tier, subject } = contextOf(change);
    const day = rulesDayOf(dossier, localDateOf(change.command.at));
    const { isGiven, citation } = this.tiers.isGivenTo(tier, day, subject.kind);
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

/** The dossier, kept in its state until the case is written: its own jobs would else miss the case. */
async function dossierOf(tx: Tx, change: WorkflowChange): Promise<DossierRecord> {
  const { dossierId } = contextOf(change);
  const dossier = await readDossier(tx, dossierId, 'held');
  if (!dossier) throw new Error(`The dossier ${dossierId} does not exist`);
  return dossier;
}

function cited(entry: RefusalText, citation: Citation | undefined): Refusal {
  return { ...refusal(entry), ...(citation ? { citation } : {}) };
}
