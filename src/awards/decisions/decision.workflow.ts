import { Injectable } from '@nestjs/common';
import type { DecisionContext, DecisionFacts, DecisionNumber } from '../../../workflows/decision';
import { localDateOf, type Citation, type LocalDate, type Refusal, type Snapshot } from '../../../workflows/kernel';
import type { RowReader, SqlValue, Tx } from '../../platform/persistence';
import type { FactQuestion, FeatureWorkflow, WorkflowChange } from '../../platform/runner/feature-workflow';
import { refusalsWhen } from '../../platform/runner/refusals';
import { UnitDirectory, type UnitRef } from '../../units';
import { TierRules } from '../cases/tier-rules';
import { projectDecision } from './decision-projection';
import { freeCases, holdCases, isListed, writeList } from './decision-holds.repository';
import { countAsked, countListed, type TierCount } from './decision-list.repository';
import { claimNumber, isNumberTaken } from './decision-numbers.repository';
import { DECISION_REFUSALS } from './decisions.errors';

interface Named {
  readonly caseIds: readonly string[];
}

/** What the decision feature tells the runner: its table, its facts, the list and the two ledgers beside the state row. */
@Injectable()
export class DecisionWorkflow implements FeatureWorkflow {
  readonly name = 'decision';
  readonly table = 'decisions';

  constructor(
    private readonly units: UnitDirectory,
    private readonly tiers: TierRules,
  ) {}

  project(snapshot: Snapshot): Readonly<Record<string, SqlValue>> {
    return projectDecision(snapshot.context as DecisionContext);
  }

  async gatherFacts(rows: RowReader, question: FactQuestion): Promise<DecisionFacts> {
    const { type, instanceId, input, at } = question;
    const context = question.row?.snapshot.context as DecisionContext | undefined;
    const { authorityUnitId } = context ?? (input as Pick<DecisionContext, 'authorityUnitId'>);
    const authority = (await this.units.byIds(rows, [authorityUnitId])).get(authorityUnitId);
    const counts = hasList(type)
      ? await countAsked(rows, (input as Named).caseIds, authorityUnitId)
      : await countListed(rows, instanceId);
    const decidedOn = type === 'decision.issue' ? (input as { issuedOn: LocalDate }).issuedOn : localDateOf(at);
    return {
      caseCount: sumOf(counts, 'caseCount'),
      casesNotReady: sumOf(counts, 'notReady'),
      ...this.beyond(counts, authority, decidedOn),
      numberIsTaken:
        type === 'decision.number'
          ? await isNumberTaken(rows, { authorityUnitId, ...(input as DecisionNumber) }, instanceId)
          : false,
    };
  }

  async alongside(tx: Tx, change: WorkflowChange): Promise<readonly Refusal[]> {
    const { instanceId, command } = change;
    switch (command.type) {
      case 'decision.draft':
      case 'decision.revise':
        return takeCases(tx, instanceId, (command.input as Named).caseIds);
      case 'decision.number': {
        const { authorityUnitId, number } = change.decision.snapshot.context as DecisionContext;
        if (number) await claimNumber(tx, { authorityUnitId, ...number }, instanceId);
        return [];
      }
      case 'decision.correct': {
        const { caseId } = command.input as { readonly caseId: string };
        return refusalsWhen([!(await isListed(tx, instanceId, caseId)), DECISION_REFUSALS.caseNotListed]);
      }
      case 'decision.cancelDraft':
      case 'decision.revoke':
        await freeCases(tx, instanceId);
        return [];
      default:
        return [];
    }
  }

  /** The tiers that the head of this authority may not decide on that day, or that were found to go up from here. */
  private beyond(
    counts: readonly TierCount[],
    authority: UnitRef | undefined,
    on: LocalDate,
  ): { tiersBeyondAuthority: readonly string[]; authorityCitation?: Citation } {
    const found = new Map<string, Citation | undefined>();
    for (const { tier, isUpward } of counts) {
      const { may, citation } = authority ? this.tiers.mayDecide(tier, on, authority.level) : { may: false };
      if (!may || isUpward) found.set(tier, citation);
    }
    const [citation] = found.values();
    return { tiersBeyondAuthority: [...found.keys()].sort(), ...(citation ? { authorityCitation: citation } : {}) };
  }
}

async function takeCases(tx: Tx, decisionId: string, caseIds: readonly string[]): Promise<readonly Refusal[]> {
  await freeCases(tx, decisionId);
  const heldElsewhere = await holdCases(tx, decisionId, caseIds);
  if (heldElsewhere > 0) return refusalsWhen([true, DECISION_REFUSALS.caseHeld]);
  await writeList(tx, decisionId, caseIds);
  return [];
}

function hasList(type: string): boolean {
  return type === 'decision.draft' || type === 'decision.revise';
}

function sumOf(counts: readonly TierCount[], key: 'caseCount' | 'notReady'): number {
  return counts.reduce((sum, count) => sum + count[key], 0);
}
