import { Injectable } from '@nestjs/common';
import { decide, type Refusal } from '../../../workflows/kernel';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { Clock } from '../../platform/clock/clock.port';
import { inChunks, ReadDatabase } from '../../platform/persistence';
import { MOST_IN_BULK } from '../../platform/runner/bulk-runner';
import { RegistryHolder } from '../../platform/runner/registry-holder';
import { loadWorkflowRows } from '../../platform/runner/workflow-row';
import { AwardCaseWorkflow } from '../cases/award-case.workflow';

/** A command that a case would be asked to follow. */
export interface PreviewQuestion {
  readonly caseId: string;
  readonly type: string;
  readonly input: object;
}

/** Says what would become of commands on many cases, by the definition and the facts that decide them, and changes nothing. */
@Injectable()
export class CasePreview {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly registry: RegistryHolder,
    private readonly clock: Clock,
    private readonly workflow: AwardCaseWorkflow,
  ) {}

  /** Why cases would be refused, by case id; a case that would follow has no entry. */
  async refusalsOf(questions: readonly PreviewQuestion[]): Promise<ReadonlyMap<string, readonly Refusal[]>> {
    const found = new Map<string, readonly Refusal[]>();
    for (const some of inChunks(questions, MOST_IN_BULK)) {
      for (const [caseId, reasons] of await this.refusalsOfSome(some)) found.set(caseId, reasons);
    }
    return found;
  }

  private async refusalsOfSome(
    questions: readonly PreviewQuestion[],
  ): Promise<readonly (readonly [string, readonly Refusal[]])[]> {
    const asked = new Map(questions.map((question) => [question.caseId, question]));
    const rows = await loadWorkflowRows(this.reads, this.workflow.table, [...asked.keys()]);
    const at = this.clock.now();
    const concrete = rows.flatMap((row) => {
      const question = asked.get(row.id);
      if (!question) return [];
      return [{ ...{ type: question.type, input: question.input, instanceId: row.id }, actor: SYSTEM_ACTOR, at, row }];
    });
    const facts = await this.workflow.gatherFactsOfMany(this.reads, concrete);
    return concrete.flatMap(({ type, input, row }) => {
      const command = { type, at, by: SYSTEM_ACTOR.id, input, facts: facts.get(row.id) ?? {} };
      const decision = decide(this.registry.workflows.get(row.definition), row.snapshot, command);
      return decision.outcome === 'refused' ? [[row.id, decision.reasons] as const] : [];
    });
  }
}
