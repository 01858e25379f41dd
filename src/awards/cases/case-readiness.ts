import { Injectable } from '@nestjs/common';
import { decide, type Instant } from '../../../workflows/kernel';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { inChunks, type RowReader } from '../../platform/persistence';
import { RegistryHolder } from '../../platform/runner/registry-holder';
import { loadWorkflowRows } from '../../platform/runner/workflow-row';
import { CaseFacts } from './case-facts';

const START = 'award.startReview';
const MOST_AT_ONCE = 500;

/** Says beforehand whether cases could enter a review, by the definition that decides it when the round tells them. */
@Injectable()
export class CaseReadiness {
  constructor(
    private readonly facts: CaseFacts,
    private readonly registry: RegistryHolder,
  ) {}

  /** Those among the cases that could not, whatever stands in the way; ids that are no case are left out. */
  async heldUp(rows: RowReader, caseIds: readonly string[], at: Instant): Promise<readonly string[]> {
    const found: string[] = [];
    for (const some of inChunks(caseIds, MOST_AT_ONCE)) {
      const cases = await loadWorkflowRows(rows, 'award_cases', some);
      const ask = { type: START, input: { reviewId: '', itemId: '' }, actor: SYSTEM_ACTOR, at };
      const facts = await this.facts.ofMany(
        rows,
        cases.map((row) => ({ ...ask, instanceId: row.id, row })),
      );
      for (const { id, definition, snapshot } of cases) {
        const command = { type: START, at, by: SYSTEM_ACTOR.id, input: ask.input, facts: facts.get(id) ?? {} };
        const { outcome } = decide(this.registry.workflows.get(definition), snapshot, command);
        if (outcome === 'refused') found.push(id);
      }
    }
    return found;
  }
}
