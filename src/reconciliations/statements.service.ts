import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canonicalJson, type Refusal } from '../../workflows/kernel';
import { mayChangeStatement, statementFaults, type StatementContent } from '../../workflows/tally';
import { actorCovers } from '../platform/auth/actor';
import { KEEPERS } from '../platform/auth/permission';
import { scopeOf } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { refusalsWhen, refused } from '../platform/runner/refusals';
import { RegisterRunner, type RegisterRequest, type RegisterWork } from '../platform/runner/register-runner';
import { coverageOf } from '../tallies';
import { UnitDirectory } from '../units';
import type { PublishStatementRequest, ReviseStatementRequest } from './dto/statement.request';
import { statementForms } from './statement-forms';
import { faultRefusal, STATEMENT_REFUSALS } from './statements.errors';
import {
  insertStatement,
  readStatementPath,
  reviseStatement,
  takeState,
  withdrawStatement,
  type StatementHead,
} from './statements.repository';

/** Commands on published statements. */
@Injectable()
export class StatementsService implements FeatureCommands, OnModuleInit {
  readonly forms = statementForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, input } = command;
    if (type === 'statement.publish') return this.publish(command, input as PublishStatementRequest);
    if (type === 'statement.revise') return this.revise(command, input as ReviseStatementRequest);
    if (type === 'statement.withdraw') return this.withdraw(command);
    throw new Error(`${type} is no command on statements`);
  }

  private async publish(command: FeatureCommand, input: PublishStatementRequest): Promise<CommandResult> {
    const { actor, commandId } = command;
    const { unitId, campaignId = null } = input;
    const unitPath = await this.units.pathSeenBy(this.reads, actor, unitId);
    if (unitPath === undefined) return refused(STATEMENT_REFUSALS.unknownUnit);
    if (campaignId !== null && !(await this.isInSight(command, campaignId))) {
      return refused(STATEMENT_REFUSALS.unknownCampaign);
    }
    const id = derivedId('statement', actor.id, commandId);
    const request = requestOf(command, { id, unitPath, kept: { unitId, campaignId, ...keptOf(input) }, input });
    return this.registers.change(request, async ({ tx, commitments }) => {
      const head = { ...headOf(input), content: commitments.content ?? '' };
      await insertStatement(tx, { ...head, id, unitId, unitPath, campaignId });
      return statementFaults(contentOf(input)).map(faultRefusal);
    });
  }

  private revise(command: FeatureCommand, input: ReviseStatementRequest): Promise<CommandResult> {
    return this.change(command, { kept: keptOf(input), input }, async ({ tx, commitments }, id) => {
      await reviseStatement(tx, id, { ...headOf(input), content: commitments.content ?? '' });
      return statementFaults(contentOf(input)).map(faultRefusal);
    });
  }

  private withdraw(command: FeatureCommand): Promise<CommandResult> {
    return this.change(command, {}, async ({ tx }, id) => {
      await withdrawStatement(tx, id);
      return [];
    });
  }

  /** Changes a statement that was not withdrawn. */
  private async change(
    command: FeatureCommand,
    said: Partial<Said>,
    write: (work: RegisterWork, id: string) => Promise<readonly Refusal[]>,
  ): Promise<CommandResult> {
    const id = command.instanceId ?? '';
    const unitPath = await readStatementPath(this.reads, id);
    if (unitPath === undefined || !actorCovers(command.actor, unitPath)) throw new NotFoundError('statement', id);
    return this.registers.change(requestOf(command, { id, unitPath, ...said }), async (work) => {
      const state = await takeState(work.tx, id);
      const ended = refusalsWhen([state === undefined || !mayChangeStatement(state), STATEMENT_REFUSALS.withdrawn]);
      return ended.length > 0 ? ended : write(work, id);
    });
  }

  private async isInSight({ actor }: FeatureCommand, campaignId: string): Promise<boolean> {
    try {
      await coverageOf(this.reads, scopeOf(actor), campaignId);
      return true;
    } catch (error) {
      if (error instanceof NotFoundError) return false;
      throw error;
    }
  }
}

/** What a command says: what the event keeps of it, and what is kept apart from events. */
interface Said {
  readonly kept: object;
  readonly input: ReviseStatementRequest;
}

function requestOf(
  command: FeatureCommand,
  { id, unitPath, kept, input }: Partial<Said> & { readonly id: string; readonly unitPath: string },
): RegisterRequest {
  return {
    ...command,
    instanceId: id,
    kind: 'statement',
    permissions: KEEPERS,
    unitPath,
    input: kept ?? {},
    // Lists may name people: events hold a commitment of them only; the title is in it, so that a key is of one title.
    texts: {
      ...command.texts,
      ...(input ? { content: canonicalJson({ ...headOf(input), ...contentOf(input) }) } : {}),
    },
  };
}

function headOf({ title, source, asOf, axis }: ReviseStatementRequest): Omit<StatementHead, 'content'> {
  return { title, source, asOf, axis };
}

function keptOf({ asOf, axis }: ReviseStatementRequest): object {
  return { asOf, axis };
}

function contentOf({ axis, figures, lists = [], periods = [] }: ReviseStatementRequest): StatementContent {
  return JSON.parse(canonicalJson({ axis, figures, lists, periods })) as StatementContent;
}
