import { Injectable } from '@nestjs/common';
import { decide, open, type Decision, type RegisteredWorkflow, type WorkflowCommand } from '../../../workflows/kernel';
import { actorSees } from '../auth/actor';
import { Clock } from '../clock/clock.port';
import { NotFoundError } from '../errors/platform.errors';
import { Failpoints } from '../failpoints/failpoints';
import { PrivateTexts } from '../persistence/private-texts';
import { UnitOfWork, type Tx } from '../persistence/unit-of-work.port';
import { answerOnce, keepAnswer } from './answered-commands';
import { attemptCommand, Undo } from './attempt';
import { missingPermissions } from './authority';
import type { CommandRequest, OpenRequest } from './command-request';
import type { CommandAccepted, CommandResult } from './command-result';
import { CommandWriter } from './command-writer';
import type { FactQuestion, FeatureWorkflow } from './feature-workflow';
import { isSeenBy } from './is-seen-by';
import { RegistryHolder } from './registry-holder';
import { unlessOnTrial } from './trial';
import { loadWorkflowRow, type WorkflowRow } from './workflow-row';

/** Writes what was witnessed and names the new stream that keeps the event: a stream of its own, so that nobody waits for a number. */
export type WitnessWrite = (
  tx: Tx,
  command: WorkflowCommand,
  row: WorkflowRow,
) => Promise<{ readonly id: string; readonly kind: string }>;

/**
 * The one door for change: claims the command id, loads the row, gathers facts, decides, and writes state, events,
 * deadlines and messages in one unit of work. Faces differ only in who builds the request.
 */
@Injectable()
export class WorkflowRunner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: RegistryHolder,
    private readonly clock: Clock,
    private readonly writer: CommandWriter,
    private readonly privateTexts: PrivateTexts,
    private readonly failpoints: Failpoints,
  ) {}

  /**
   * Runs a command on an existing instance.
   * Throws NotFoundError when there is none or the actor may not know of it, KeyReusedError, and faults of the database.
   */
  run(feature: FeatureWorkflow, request: CommandRequest): Promise<CommandResult> {
    return this.attempt(request, (tx) => this.change(tx, feature, request));
  }

  /** Brings a new instance into being. Throws as `run` does. */
  open(feature: FeatureWorkflow, request: OpenRequest): Promise<CommandResult> {
    return this.attempt(request, (tx) => this.create(tx, feature, request));
  }

  /**
   * Runs a command that the machine must allow but that does not move the instance, such as casting a vote:
   * the row is held against change, its version stays, and the event goes to the stream that `write` names.
   * Many such commands run side by side. Throws as `run` does.
   */
  witness(feature: FeatureWorkflow, request: CommandRequest, write: WitnessWrite): Promise<CommandResult> {
    return this.attempt(request, async (tx) => {
      const row = await loadWorkflowRow(tx, feature.table, feature.name, request.instanceId, 'held');
      const workflow = this.registry.workflows.get(row.definition);
      const question = this.questionOf(request, row);
      await authorise(tx, feature, workflow, question);
      unlessStale(request, row);
      const command = await this.commandOf(tx, feature, request, question);
      unlessRefused(decide(workflow, row.snapshot, command));
      await this.writer.witness(tx, { request, command, workflow, row, stream: await write(tx, command, row) });
      const { id, version, snapshot } = row;
      const answer: CommandAccepted = { outcome: 'accepted', id, version, state: snapshot.state, isRepeat: false };
      await keepAnswer(tx, request, answer, command.at);
      return answer;
    });
  }

  private async attempt(request: CommandRequest, work: (tx: Tx) => Promise<CommandAccepted>): Promise<CommandResult> {
    const answer = await attemptCommand(() =>
      this.unitOfWork.run(async (tx) => {
        const accepted = unlessOnTrial(await answerOnce(tx, request, () => work(tx)));
        this.failpoints.hit('runner.beforeCommit');
        return accepted;
      }),
    );
    this.failpoints.hit('runner.afterCommit');
    return answer;
  }

  private async change(tx: Tx, feature: FeatureWorkflow, request: CommandRequest): Promise<CommandAccepted> {
    const row = await loadWorkflowRow(tx, feature.table, feature.name, request.instanceId, 'taken');
    const workflow = this.registry.workflows.get(row.definition);
    const question = this.questionOf(request, row);
    await authorise(tx, feature, workflow, question);
    unlessStale(request, row);
    const command = await this.commandOf(tx, feature, request, question);
    const decision = unlessRefused(decide(workflow, row.snapshot, command));
    const written = await this.writer.change(tx, { feature, workflow, request, row, command, decision });
    return this.accept(tx, feature, request, { command, decision, before: row, version: written });
  }

  private async create(tx: Tx, feature: FeatureWorkflow, request: OpenRequest): Promise<CommandAccepted> {
    const workflow = this.registry.workflows.latest(feature.name);
    const question = this.questionOf(request, undefined);
    await authorise(tx, feature, workflow, question, request.unit.path);
    const command = await this.commandOf(tx, feature, request, question);
    const decision = unlessRefused(open(workflow, command));
    const written = await this.writer.create(tx, { feature, workflow, request, command, decision });
    return this.accept(tx, feature, request, { command, decision, before: undefined, version: written });
  }

  private async accept(
    tx: Tx,
    feature: FeatureWorkflow,
    request: CommandRequest,
    change: {
      command: WorkflowCommand;
      decision: Extract<Decision, { outcome: 'accepted' }>;
      before: WorkflowRow | undefined;
      version: number;
    },
  ): Promise<CommandAccepted> {
    const reasons = await feature.alongside?.(tx, { ...change, instanceId: request.instanceId, actor: request.actor });
    if (reasons && reasons.length > 0) throw new Undo({ outcome: 'refused', reasons });
    const answer: CommandAccepted = {
      outcome: 'accepted',
      id: request.instanceId,
      version: change.version,
      state: change.decision.snapshot.state,
      isRepeat: false,
    };
    await keepAnswer(tx, request, answer, change.command.at);
    return answer;
  }

  private questionOf(request: CommandRequest, row: WorkflowRow | undefined): FactQuestion {
    const { type, instanceId, input, actor } = request;
    return { type, instanceId, input, actor, at: this.clock.now(), row };
  }

  private async commandOf(
    tx: Tx,
    feature: FeatureWorkflow,
    request: CommandRequest,
    question: FactQuestion,
  ): Promise<WorkflowCommand> {
    const commitments = await this.privateTexts.commitAll(tx, request.instanceId, request.texts);
    const facts = await feature.gatherFacts(tx, question);
    return {
      type: request.type,
      at: question.at,
      by: request.actor.id,
      input: { ...request.input, ...commitments },
      facts,
    };
  }
}

/** Throws NotFoundError for what the actor may not know of, and undoes with `forbidden` for what the seats do not cover. */
async function authorise(
  tx: Tx,
  feature: FeatureWorkflow,
  workflow: RegisteredWorkflow,
  question: FactQuestion,
  openingPath?: string,
): Promise<void> {
  const { actor, row, type } = question;
  const ownPath = row?.unitPath ?? openingPath ?? '/';
  const isSeen = row ? await isSeenBy(tx, feature, actor, row) : actorSees(actor, ownPath);
  if (!isSeen) throw new NotFoundError(feature.name, question.instanceId);
  const path = (await feature.authorityPath?.(tx, question)) ?? ownPath;
  const permissions = missingPermissions(feature, workflow, { actor, type, row, path });
  if (permissions) throw new Undo({ outcome: 'forbidden', permissions });
}

/** Whoever says which version they saw is told when it is another one by now. */
function unlessStale({ expectedVersion }: CommandRequest, { version }: WorkflowRow): void {
  if (expectedVersion !== undefined && expectedVersion !== version) throw new Undo({ outcome: 'stale', version });
}

function unlessRefused(decision: Decision): Extract<Decision, { outcome: 'accepted' }> {
  if (decision.outcome === 'refused') throw new Undo(decision);
  return decision;
}
