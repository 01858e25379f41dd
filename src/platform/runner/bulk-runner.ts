import { Injectable } from '@nestjs/common';
import { decide, type RegisteredWorkflow } from '../../../workflows/kernel';
import { actorMay } from '../auth/actor';
import { Clock } from '../clock/clock.port';
import { NotFoundError } from '../errors/platform.errors';
import { UnitOfWork, type RowReader, type Tx } from '../persistence/unit-of-work.port';
import { answeredAmong, keepAnswers } from './answered-commands';
import { attemptWork } from './attempt';
import { BulkWriter, type BulkChange } from './bulk-writer';
import type { CommandRequest } from './command-request';
import type { CommandResult } from './command-result';
import type { FactQuestion, FeatureWorkflow, WorkflowChange } from './feature-workflow';
import { RegistryHolder } from './registry-holder';
import { loadWorkflowRows, type WorkflowRow } from './workflow-row';

/** Most commands of one unit of work: large enough to be fast, small enough not to hold up anybody else. */
export const MOST_IN_BULK = 500;

/** What a feature adds when many of its instances change at once: facts for all of them with a few statements. */
export interface BulkFeature extends FeatureWorkflow {
  /** Facts by instance id. */
  readonly gatherFactsOfMany: (
    rows: RowReader,
    questions: readonly FactQuestion[],
  ) => Promise<ReadonlyMap<string, object>>;
  /** The units whose seats may fire these commands, by instance id, where they are not the instances' own. */
  readonly authorityPathsOf?: (
    rows: RowReader,
    questions: readonly FactQuestion[],
  ) => Promise<ReadonlyMap<string, string>>;
  /** Further writes for all accepted changes. What it throws rolls the whole unit back. */
  readonly alongsideMany?: (tx: Tx, changes: readonly WorkflowChange[]) => Promise<void>;
}

/** The same door as WorkflowRunner, for many instances at once: each is decided alone, all are written together. */
@Injectable()
export class BulkRunner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: RegistryHolder,
    private readonly clock: Clock,
    private readonly writer: BulkWriter,
  ) {}

  /**
   * Runs one command on each of many instances in units of at most 500; answers in the order of the requests.
   * A refused one does not hold up the others. All requests are one actor's, each of another instance, without texts or
   * an expected version. Throws NotFoundError for an unknown id.
   */
  async runMany(feature: BulkFeature, requests: readonly CommandRequest[]): Promise<readonly CommandResult[]> {
    assertBulk(requests);
    const results: CommandResult[] = [];
    for (let start = 0; start < requests.length; start += MOST_IN_BULK) {
      const unit = requests.slice(start, start + MOST_IN_BULK);
      results.push(...(await attemptWork(() => this.unitOfWork.run((tx) => this.runUnit(tx, feature, unit)))));
    }
    return results;
  }

  private async runUnit(
    tx: Tx,
    feature: BulkFeature,
    requests: readonly CommandRequest[],
  ): Promise<readonly CommandResult[]> {
    const results = new Map<string, CommandResult>(await answeredAmong(tx, requests));
    const open = requests.filter((request) => !results.has(request.commandId));
    const changes = await this.decideAll(tx, feature, open, results);
    // What a twin of this unit did meanwhile may be why some are refused: then its answers are theirs too.
    const refused = open.filter(({ commandId }) => results.has(commandId));
    for (const [commandId, answer] of await answeredAmong(tx, refused)) results.set(commandId, answer);
    await this.writer.write(tx, feature, changes);
    await feature.alongsideMany?.(
      tx,
      changes.map(({ request, row, command, decision }) => ({
        instanceId: row.id,
        command,
        actor: request.actor,
        before: row,
        decision,
        version: row.version + 1,
      })),
    );
    const answers = changes.map(({ request, row, decision }) => ({
      request,
      answer: {
        outcome: 'accepted' as const,
        id: row.id,
        version: row.version + 1,
        state: decision.snapshot.state,
        isRepeat: false,
      },
    }));
    await keepAnswers(tx, answers, this.clock.now());
    for (const { request, answer } of answers) results.set(request.commandId, answer);
    return requests.map((request) => results.get(request.commandId) as CommandResult);
  }

  /** Decides each request; what is not accepted goes into the results. */
  private async decideAll(
    tx: Tx,
    feature: BulkFeature,
    requests: readonly CommandRequest[],
    results: Map<string, CommandResult>,
  ): Promise<readonly BulkChange[]> {
    const rows = new Map(
      (
        await loadWorkflowRows(
          tx,
          feature.table,
          requests.map(({ instanceId }) => instanceId),
          'taken',
        )
      ).map((row) => [row.id, row]),
    );
    const at = this.clock.now();
    const questions = requests.map(({ type, instanceId, input, actor }) => {
      const row = rows.get(instanceId);
      if (!row) throw new NotFoundError(feature.name, instanceId);
      return { type, instanceId, input, actor, at, row };
    });
    const facts = await feature.gatherFactsOfMany(tx, questions);
    const paths = await feature.authorityPathsOf?.(tx, questions);
    return requests.flatMap((request) => {
      const row = rows.get(request.instanceId) as WorkflowRow;
      const workflow = this.registry.workflows.get(row.definition);
      const { type, input, actor } = request;
      const command = { type, at, by: actor.id, input, facts: facts.get(row.id) ?? {} };
      const decision = decide(workflow, row.snapshot, command);
      const missing = missingPermissions(workflow, row, request, paths?.get(row.id) ?? row.unitPath);
      if (missing) results.set(request.commandId, { outcome: 'forbidden', permissions: missing });
      else if (decision.outcome === 'refused') results.set(request.commandId, decision);
      else return [{ request, row, workflow, command, decision }];
      return [];
    });
  }
}

/** What a unit of many would drop, or write twice, is a mistake of ours. */
function assertBulk(requests: readonly CommandRequest[]): void {
  if (new Set(requests.map(({ instanceId }) => instanceId)).size < requests.length) {
    throw new Error('A bulk asks one instance twice');
  }
  if (requests.some(({ texts }) => Object.keys(texts ?? {}).length > 0)) throw new Error('A bulk keeps no texts');
  if (requests.some(({ expectedVersion }) => expectedVersion !== undefined)) {
    throw new Error('A bulk knows no expected version');
  }
}

function missingPermissions(
  workflow: RegisteredWorkflow,
  row: WorkflowRow,
  { actor, type }: CommandRequest,
  path: string,
): readonly string[] | undefined {
  const permissions = workflow.transitions.find(row.snapshot.state, type)?.permissions;
  return permissions && !actorMay(actor, permissions, path) ? permissions : undefined;
}
