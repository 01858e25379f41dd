import { Injectable } from '@nestjs/common';
import type { AwardCommand, AwardContext, AwardFacts } from '../../../workflows/award';
import type { Refusal, Snapshot } from '../../../workflows/kernel';
import { ConcurrencyError } from '../../platform/errors/platform.errors';
import type { RowReader, SqlValue, Tx } from '../../platform/persistence';
import type { BulkFeature } from '../../platform/runner/bulk-feature';
import type { FactQuestion, WorkflowChange } from '../../platform/runner/feature-workflow';
import { lockHolds } from '../decisions/decision-holds.repository';
import { readAuthorityPath, readAuthorityPathsOfCases } from '../dossiers/dossiers.repository';
import { openRecovery } from '../recoveries/open-recovery';
import { ParentAnswers } from '../successors/parent-answers.service';
import { CaseConditions } from './case-conditions';
import { CaseFacts } from './case-facts';
import { projectCase } from './case-projection';
import { restsOnAchievement } from './case-states';
import { claimAchievements, freeAchievements } from './cases.repository';
import { TierRules } from './tier-rules';

/** What a unit does with its own nominations. */
const OF_THE_UNIT: ReadonlySet<string> = new Set<AwardCommand['type']>([
  'award.draft',
  'award.revise',
  'award.submit',
  'award.takeBack',
  'award.withdraw',
]);

/** What writes no more than the row of the case, its events and messages, and what it takes or frees of achievements. */
export const WRITTEN_IN_BULK: ReadonlySet<string> = new Set<AwardCommand['type']>([
  'award.draft',
  'award.submit',
  'award.receive',
  'award.assign',
  'award.appraise',
  'award.list',
  'award.startReview',
  'award.recommend',
  'award.decline',
  'award.decide',
  'award.present',
  'award.pay',
]);

/** What the case feature tells the runner: its table, its facts, and the ledger beside the state row. */
@Injectable()
export class AwardCaseWorkflow implements BulkFeature {
  readonly name = 'award';
  readonly table = 'award_cases';
  readonly toldTogether = new Set(['tally-campaign', 'notify-case-submitted']);

  constructor(
    private readonly tiers: TierRules,
    private readonly facts: CaseFacts,
    private readonly conditions: CaseConditions,
    private readonly answers: ParentAnswers,
  ) {}

  project(snapshot: Snapshot): Readonly<Record<string, SqlValue>> {
    const context = snapshot.context as AwardContext;
    return { ...projectCase(context), family: this.tiers.familyOf(context.tier) };
  }

  /** The unit that nominates prepares a case; everything else is for the unit that the dossier goes to. */
  async authorityPath(rows: RowReader, { type, row }: FactQuestion): Promise<string | undefined> {
    if (!row || OF_THE_UNIT.has(type)) return undefined;
    return readAuthorityPath(rows, (row.snapshot.context as AwardContext).dossierId);
  }

  async authorityPathsOf(rows: RowReader, questions: readonly FactQuestion[]): Promise<ReadonlyMap<string, string>> {
    const kept = questions.filter(({ type, row }) => row !== undefined && !OF_THE_UNIT.has(type));
    return readAuthorityPathsOfCases(
      rows,
      kept.map(({ instanceId }) => instanceId),
    );
  }

  gatherFacts(rows: RowReader, question: FactQuestion): Promise<AwardFacts> {
    return this.facts.of(rows, question);
  }

  gatherFactsOfMany(rows: RowReader, questions: readonly FactQuestion[]): Promise<ReadonlyMap<string, AwardFacts>> {
    return this.facts.ofMany(rows, questions);
  }

  refusalsOfMany(tx: Tx, changes: readonly WorkflowChange[]): Promise<ReadonlyMap<string, readonly Refusal[]>> {
    return this.conditions.refusalsOfMany(tx, changes);
  }

  /** One achievement is for one case. */
  takes(change: WorkflowChange): string | undefined {
    return claimsAchievement(change) ? achievementOf(change) : undefined;
  }

  async alongside(tx: Tx, change: WorkflowChange): Promise<readonly Refusal[]> {
    const reasons = await this.conditions.refusalsOf(tx, change);
    if (reasons.length > 0) return reasons;
    await this.answers.tellParents(tx, [change]);
    if (change.command.type === 'award.revoke') await openRecovery(tx, change);
    await this.settleAchievements(tx, [change]);
    return [];
  }

  /**
   * Many cases take one of a few steps at once. A decision that is no longer in force stops the whole unit: its job comes
   * again, finds it revoked and leaves it at that.
   */
  async alongsideMany(tx: Tx, changes: readonly WorkflowChange[]): Promise<void> {
    const odd = changes.find(({ command }) => !WRITTEN_IN_BULK.has(command.type));
    if (odd) throw new Error(`${odd.command.type} is not written in bulk: it has more to write than its row`);
    await this.answers.tellParents(tx, changes);
    await this.settleAchievements(tx, changes);
    const decided = changes.filter(({ command }) => command.type === 'award.decide');
    const decisionIds = new Set(decided.map(({ decision }) => (decision.snapshot.context as AwardContext).decisionId));
    for (const decisionId of decisionIds) {
      const caseIds = decided
        .filter(({ decision }) => (decision.snapshot.context as AwardContext).decisionId === decisionId)
        .map(({ instanceId }) => instanceId);
      const isInForce = decisionId !== null && (await lockHolds(tx, decisionId, caseIds));
      if (!isInForce) throw new ConcurrencyError(`The decision ${decisionId ?? ''}`);
    }
  }

  /** Takes the achievements that cases begin to rest on, and gives back those on which they rest no more. */
  private async settleAchievements(tx: Tx, changes: readonly WorkflowChange[]): Promise<void> {
    const claims = changes.filter(claimsAchievement);
    await claimAchievements(
      tx,
      claims.map((change) => ({ achievementId: achievementOf(change), caseId: change.instanceId })),
    );
    await freeAchievements(
      tx,
      changes.filter(freesAchievement).map(({ instanceId }) => instanceId),
    );
  }
}

function claimsAchievement(change: WorkflowChange): boolean {
  return isOwn(change) && restsAfter(change) && !restedBefore(change);
}

function freesAchievement(change: WorkflowChange): boolean {
  return isOwn(change) && restedBefore(change) && !restsAfter(change);
}

/** The achievement of what was sent up stays with the case that it began with. */
function isOwn({ decision }: WorkflowChange): boolean {
  return (decision.snapshot.context as AwardContext).parentCaseId === undefined;
}

function restedBefore({ before }: WorkflowChange): boolean {
  return before !== undefined && restsOnAchievement(before.snapshot.state);
}

function restsAfter({ decision }: WorkflowChange): boolean {
  return restsOnAchievement(decision.snapshot.state);
}

function achievementOf({ decision }: WorkflowChange): string {
  return (decision.snapshot.context as AwardContext).achievementId;
}
