import { Injectable } from '@nestjs/common';
import { decide, open, type Instant, type RegisteredWorkflow } from '../../../workflows/kernel';
import { actorSees } from '../auth/actor';
import { Clock } from '../clock/clock.port';
import { NotFoundError } from '../errors/platform.errors';
import type { Tx } from '../persistence/unit-of-work.port';
import { ALREADY_THERE } from './attempt';
import { missingPermissions } from './authority';
import { workflowChange, type BulkChange, type BulkRequest } from './bulk-change';
import type { BulkFeature } from './bulk-feature';
import type { CommandResult } from './command-result';
import type { FactQuestion } from './feature-workflow';
import { isSeenBy } from './is-seen-by';
import { RegistryHolder } from './registry-holder';
import { loadWorkflowRows, type WorkflowRow } from './workflow-row';

/** What became of the commands of one unit of work before anything was written. */
export interface BulkDecisions {
  readonly changes: readonly BulkChange[];
  /** The answers of those that are not to be written, by command id. */
  readonly answers: ReadonlyMap<string, CommandResult>;
  /** To be decided once the changes are written: they want what one of those takes. */
  readonly later: readonly BulkRequest[];
}

/** Decides many commands over the same reads: each alone, as WorkflowRunner would. */
@Injectable()
export class BulkDecider {
  constructor(
    private readonly registry: RegistryHolder,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFoundError for an instance that is not there or of which the actor may not know. */
  async decideAll(tx: Tx, feature: BulkFeature, requests: readonly BulkRequest[]): Promise<BulkDecisions> {
    if (requests.length === 0) return { changes: [], answers: new Map(), later: [] };
    const questions = await this.questionsOf(tx, feature, requests);
    const facts = await feature.gatherFactsOfMany(tx, questions);
    const paths = await feature.authorityPathsOf?.(tx, questions);
    const answers = new Map<string, CommandResult>();
    const agreed = requests.flatMap((request, index) => {
      const question = questions[index] as FactQuestion;
      const { instanceId } = request;
      const known = {
        facts: facts.get(instanceId) ?? {},
        path: paths?.get(instanceId) ?? unitOf(request, question).path,
      };
      const decided = this.decideOne(feature, request, question, known);
      if (!('outcome' in decided)) return [decided];
      answers.set(request.commandId, decided);
      return [];
    });
    const { first, later } = separateTakers(feature, agreed);
    const against = await feature.refusalsOfMany?.(tx, first.map(workflowChange));
    const changes = first.filter(({ request }) => {
      const reasons = against?.get(request.instanceId) ?? [];
      if (reasons.length > 0) answers.set(request.commandId, { outcome: 'refused', reasons });
      return reasons.length === 0;
    });
    return { changes, answers, later };
  }

  private async questionsOf(
    tx: Tx,
    feature: BulkFeature,
    requests: readonly BulkRequest[],
  ): Promise<readonly FactQuestion[]> {
    const ids = requests.map(({ instanceId }) => instanceId);
    const rows = new Map((await loadWorkflowRows(tx, feature.table, ids, 'taken')).map((row) => [row.id, row]));
    const at = this.clock.now();
    const questions: FactQuestion[] = [];
    for (const { type, instanceId, input, actor, unit } of requests) {
      const row = rows.get(instanceId);
      const isSeen = row ? await isSeenBy(tx, feature, actor, row) : unit !== undefined && actorSees(actor, unit.path);
      if (!isSeen) throw new NotFoundError(feature.name, instanceId);
      questions.push({ type, instanceId, input, actor, at, row });
    }
    return questions;
  }

  private decideOne(
    feature: BulkFeature,
    request: BulkRequest,
    question: FactQuestion,
    { facts, path }: { readonly facts: object; readonly path: string },
  ): BulkChange | CommandResult {
    const { row, at } = question;
    const { type, input, actor } = request;
    // Opened before, by a command whose answer was forgotten since.
    if (row && request.unit) return { outcome: 'refused', reasons: [ALREADY_THERE] };
    const workflow = this.workflowOf(feature, row);
    const permissions = missingPermissions(feature, workflow, { actor, type, row, path });
    if (permissions) return { outcome: 'forbidden', permissions };
    const command = { type, at: at satisfies Instant, by: actor.id, input, facts };
    const decision = row ? decide(workflow, row.snapshot, command) : open(workflow, command);
    if (decision.outcome === 'refused') return decision;
    const unit = unitOf(request, question);
    return { request, row, unit, workflow, command, decision, version: (row?.version ?? 0) + 1 };
  }

  private workflowOf(feature: BulkFeature, row: WorkflowRow | undefined): RegisteredWorkflow {
    const { workflows } = this.registry;
    return row ? workflows.get(row.definition) : workflows.latest(feature.name);
  }
}

/** Of the instance, or the one that is to own it. */
function unitOf({ unit }: BulkRequest, { row }: FactQuestion): { readonly id: string; readonly path: string } {
  return row ? { id: row.unitId, path: row.unitPath } : (unit ?? { id: '', path: '/' });
}

function separateTakers(
  feature: BulkFeature,
  changes: readonly BulkChange[],
): { readonly first: readonly BulkChange[]; readonly later: readonly BulkRequest[] } {
  const taken = new Set<string>();
  const first: BulkChange[] = [];
  const later: BulkRequest[] = [];
  for (const change of changes) {
    const wanted = feature.takes?.(workflowChange(change));
    if (wanted !== undefined && taken.has(wanted)) later.push(change.request);
    else first.push(change);
    if (wanted !== undefined) taken.add(wanted);
  }
  return { first, later };
}
