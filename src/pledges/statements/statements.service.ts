import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canBeStated } from '../../../workflows/indicator';
import { startOfDay } from '../../../workflows/kernel';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refusalsWhen } from '../../platform/runner/refusals';
import { RegisterRunner } from '../../platform/runner/register-runner';
import { UnitDirectory } from '../../units';
import type { RecordStatementRequest } from '../dto/result-statement.request';
import { STATERS, statementForms } from './statement-forms';
import { STATEMENT_REFUSALS } from './statements.errors';
import { concernsUnit, insertStatement, unitPathOfStatement, withdrawStatement } from './statements.repository';

/** Commands on statements of results. */
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

  /** Throws NotFoundError when the statement, or the unit of a new one, is not there or out of sight. */
  execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, instanceId } = command;
    if (type === 'resultStatement.record') return this.record(command, command.input as RecordStatementRequest);
    if (instanceId !== undefined) return this.withdraw(command, instanceId);
    throw new Error(`${type} is no command on statements of results`);
  }

  private async record(command: FeatureCommand, input: RecordStatementRequest): Promise<CommandResult> {
    const { type, actor, commandId } = command;
    const unitPath = await this.units.pathSeenBy(this.reads, actor, input.unitId);
    if (unitPath === undefined) throw new NotFoundError('unit', input.unitId);
    const id = derivedId(type, actor.id, commandId);
    const request = { ...command, instanceId: id, kind: 'resultStatement', permissions: STATERS, unitPath };
    return this.registers.change(request, async ({ tx, at, commitments }) => {
      const isConcerned = await concernsUnit(tx, input.campaignId, input.unitId);
      await insertStatement(tx, { id, unitPath, at, paperTitle: commitments.paperTitle ?? '', input });
      return refusalsWhen(
        [!isConcerned, STATEMENT_REFUSALS.notInCampaign],
        [!canBeStated(input), STATEMENT_REFUSALS.cannotBe],
        [at < startOfDay(input.asOf), STATEMENT_REFUSALS.fromTheFuture],
      );
    });
  }

  private async withdraw(command: FeatureCommand, id: string): Promise<CommandResult> {
    const unitPath = await unitPathOfStatement(this.reads, id);
    if (unitPath === undefined) throw new NotFoundError('resultStatement', id);
    const request = { ...command, instanceId: id, kind: 'resultStatement', permissions: STATERS, unitPath };
    return this.registers.change(request, async ({ tx, at, commitments }) => {
      const isDone = await withdrawStatement(tx, id, { at, reason: commitments.reason ?? '' });
      return refusalsWhen([!isDone, STATEMENT_REFUSALS.withdrawn]);
    });
  }
}
