import { Injectable } from '@nestjs/common';
import type { AwardCommand, AwardContext, AwardFacts } from '../../../workflows/award';
import type { Refusal, Snapshot } from '../../../workflows/kernel';
import { ConcurrencyError } from '../../platform/errors/platform.errors';
import type { RowReader, SqlValue, Tx } from '../../platform/persistence';
import type { BulkFeature } from '../../platform/runner/bulk-runner';
import type { FactQuestion, WorkflowChange } from '../../platform/runner/feature-workflow';
import { lockHolds } from '../decisions/decision-holds.repository';
import { readAuthorityPath } from '../dossiers/dossiers.repository';
import { CaseConditions } from './case-conditions';
import { CaseFacts } from './case-facts';
import { projectCase } from './case-projection';
import { restsOnAchievement } from './case-states';
import { claimAchievement, freeAchievement } from './cases.repository';
import { TierRules } from './tier-rules';

/** What a unit does with its own nominations. */
const OF_THE_UNIT: ReadonlySet<string> = new Set<AwardCommand['type']>([
  'award.draft',
  'award.revise',
  'award.submit',
  'award.takeBack',
  'award.withdraw',
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

  gatherFacts(rows: RowReader, question: FactQuestion): Promise<AwardFacts> {
    return this.facts.of(rows, question);
  }

  gatherFactsOfMany(rows: RowReader, questions: readonly FactQuestion[]): Promise<ReadonlyMap<string, AwardFacts>> {
    return this.facts.ofMany(rows, questions);
  }

  async alongside(tx: Tx, change: WorkflowChange): Promise<readonly Refusal[]> {
    const reasons = await this.conditions.refusalsOf(tx, change);
    if (reasons.length > 0) return reasons;
    const { achievementId } = change.decision.snapshot.context as AwardContext;
    const rested = change.before !== undefined && restsOnAchievement(change.before.snapshot.state);
    const rests = restsOnAchievement(change.decision.snapshot.state);
    if (rests && !rested) await claimAchievement(tx, achievementId, change.instanceId);
    if (rested && !rests) await freeAchievement(tx, change.instanceId);
    return [];
  }

  /**
   * Many cases are decided at once and nothing else; what they rest on stays theirs. A decision that is no longer in force
   * stops the whole unit: its job comes again, finds it revoked and leaves it at that.
   */
  async alongsideMany(tx: Tx, changes: readonly WorkflowChange[]): Promise<void> {
    const odd = changes.find(({ command }) => command.type !== 'award.decide');
    if (odd) throw new Error(`${odd.command.type} is not written in bulk: it has more to write than its row`);
    const decisionIds = new Set(changes.map(({ decision }) => (decision.snapshot.context as AwardContext).decisionId));
    for (const decisionId of decisionIds) {
      const caseIds = changes
        .filter(({ decision }) => (decision.snapshot.context as AwardContext).decisionId === decisionId)
        .map(({ instanceId }) => instanceId);
      const isInForce = decisionId !== null && (await lockHolds(tx, decisionId, caseIds));
      if (!isInForce) throw new ConcurrencyError(`The decision ${decisionId ?? ''}`);
    }
  }
}
