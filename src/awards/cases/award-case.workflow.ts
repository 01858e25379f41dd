import { Injectable } from '@nestjs/common';
import type { AwardCommand, AwardContext, AwardFacts } from '../../../workflows/award';
import type { Refusal, Snapshot } from '../../../workflows/kernel';
import { ConcurrencyError } from '../../platform/errors/platform.errors';
import type { RowReader, SqlValue, Tx } from '../../platform/persistence';
import type { BulkFeature } from '../../platform/runner/bulk-runner';
import type { FactQuestion, WorkflowChange } from '../../platform/runner/feature-workflow';
import { lockHolds } from '../decisions/decision-holds.repository';
import { readAuthorityPath, readAuthorityPathsOfCases } from '../dossiers/dossiers.repository';
import { openRecovery } from '../recoveries/open-recovery';
import { ParentAnswers } from '../successors/parent-answers.service';
import { CaseConditions } from './case-conditions';
import { CaseFacts } from './case-facts';
import { projectCase } from './case-projection';
import { restsOnAchievement } from './case-states';
import { claimAchievement, freeAchievement, freeAchievements } from './cases.repository';
import { TierRules } from './tier-rules';

/** What a unit does with its own nominations. */
const OF_THE_UNIT: ReadonlySet<string> = new Set<AwardCommand['type']>([
  'award.draft',
  'award.revise',
  'award.submit',
  'award.takeBack',
  'award.withdraw',
]);

/** What writes no more than the row of the case, its events and messages. */
export const WRITTEN_IN_BULK: ReadonlySet<string> = new Set<AwardCommand['type']>([
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

  async alongside(tx: Tx, change: WorkflowChange): Promise<readonly Refusal[]> {
    const reasons = await this.conditions.refusalsOf(tx, change);
    if (reasons.length > 0) return reasons;
    await this.answers.tellParents(tx, [change]);
    if (change.command.type === 'award.revoke') await openRecovery(tx, change);
    const { achievementId, parentCaseId } = change.decision.snapshot.context as AwardContext;
    // The achievement of what was sent up stays with the case that it began with.
    if (parentCaseId !== undefined) return [];
    const rested = change.before !== undefined && restsOnAchievement(change.before.snapshot.state);
    const rests = restsOnAchievement(change.decision.snapshot.state);
    if (rests && !rested) await claimAchievement(tx, achievementId, change.instanceId);
    if (rested && !rests) await freeAchievement(tx, change.instanceId);
    return [];
  }

  /**
   * Many cases take one of a few steps at once: none of them claims an achievement, and what a step frees is freed for
   * all. A decision that is no longer in force stops the whole unit: its job comes again, finds it revoked and leaves it
   * at that.
   */
  async alongsideMany(tx: Tx, changes: readonly WorkflowChange[]): Promise<void> {
    const odd = changes.find(({ command }) => !WRITTEN_IN_BULK.has(command.type));
    if (odd) throw new Error(`${odd.command.type} is not written in bulk: it has more to write than its row`);
    await this.answers.tellParents(tx, changes);
    await freeAchievements(
      tx,
      changes.filter(freesAchievement).map(({ instanceId }) => instanceId),
    );
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
}

/** The achievement of what was sent up stays with the case that it began with. */
function freesAchievement({ before, decision }: WorkflowChange): boolean {
  const { parentCaseId } = decision.snapshot.context as AwardContext;
  const rested = before !== undefined && restsOnAchievement(before.snapshot.state);
  return parentCaseId === undefined && rested && !restsOnAchievement(decision.snapshot.state);
}
