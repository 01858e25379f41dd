import { Injectable } from '@nestjs/common';
import type { DecisionContext, DecisionFacts } from '../../../workflows/decision';
import type { Refusal, Snapshot } from '../../../workflows/kernel';
import type { RowReader, SqlValue, Tx } from '../../platform/persistence';
import type { FactQuestion, FeatureWorkflow, WorkflowChange } from '../../platform/runner/feature-workflow';
import { refusalsWhen } from '../../platform/runner/refusals';
import { TierQuotas } from '../quotas/tier-quotas';
import { DecisionCorrections } from './decision-corrections.service';
import { DecisionFactsGatherer } from './decision-facts';
import { projectDecision } from './decision-projection';
import { appendToList, freeCases, holdCases, takeOffList, writeList } from './decision-holds.repository';
import { claimNumber } from './decision-numbers.repository';
import { DecisionPrinting } from './decision-printing.service';
import { revokeListed } from './decision-revocations.repository';
import { DECISION_REFUSALS } from './decisions.errors';

/** What the decision feature tells the runner: its table, its facts, and what lies beside the state row. */
@Injectable()
export class DecisionWorkflow implements FeatureWorkflow {
  readonly name = 'decision';
  readonly table = 'decisions';

  constructor(
    private readonly facts: DecisionFactsGatherer,
    private readonly printing: DecisionPrinting,
    private readonly corrections: DecisionCorrections,
    private readonly quotas: TierQuotas,
  ) {}

  project(snapshot: Snapshot): Readonly<Record<string, SqlValue>> {
    return projectDecision(snapshot.context as DecisionContext);
  }

  gatherFacts(rows: RowReader, question: FactQuestion): Promise<DecisionFacts> {
    return this.facts.of(rows, question);
  }

  async alongside(tx: Tx, change: WorkflowChange): Promise<readonly Refusal[]> {
    const { instanceId: id, command } = change;
    const context = change.decision.snapshot.context as DecisionContext;
    switch (command.type) {
      case 'decision.draft':
      case 'decision.revise':
        return takeCases(tx, id, caseIdsOf(change));
      case 'decision.addCases':
        return heldRefusal(await holdCases(tx, id, await appendToList(tx, id, caseIdsOf(change))));
      case 'decision.removeCases':
        await takeOffList(tx, id, caseIdsOf(change));
        return [];
      case 'decision.sign':
        return this.quotas.takeForDecision(tx, id, { at: command.at });
      case 'decision.number':
        if (context.number) await claimNumber(tx, { ...context, ...context.number }, id);
        return [];
      case 'decision.issue':
        await this.printing.print(tx, id, context);
        return [];
      case 'decision.correct':
        return this.corrections.keep(tx, change);
      case 'decision.revokeCases':
        await revokeListed(tx, { decisionId: id, ordinal: context.revocationCount, at: command.at }, caseIdsOf(change));
        return [];
      case 'decision.cancelDraft':
      case 'decision.revoke':
        await freeCases(tx, id);
        return [];
      default:
        return [];
    }
  }
}

async function takeCases(tx: Tx, decisionId: string, caseIds: readonly string[]): Promise<readonly Refusal[]> {
  await freeCases(tx, decisionId);
  const heldElsewhere = await holdCases(tx, decisionId, caseIds);
  if (heldElsewhere === 0) await writeList(tx, decisionId, caseIds);
  return heldRefusal(heldElsewhere);
}

function heldRefusal(heldElsewhere: number): readonly Refusal[] {
  return refusalsWhen([heldElsewhere > 0, DECISION_REFUSALS.caseHeld]);
}

function caseIdsOf({ command }: WorkflowChange): readonly string[] {
  return (command.input as { readonly caseIds: readonly string[] }).caseIds;
}
