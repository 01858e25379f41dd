import { Injectable, type OnModuleInit } from '@nestjs/common';
import { startOfDay, type Refusal } from '../../../workflows/kernel';
import { actorCovers } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase, type Tx } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refusal, refusalsWhen } from '../../platform/runner/refusals';
import { RegisterRunner, type RegisterWork } from '../../platform/runner/register-runner';
import { UnitDirectory } from '../../units';
import { Agendas } from './agendas';
import { consolidationForms } from './consolidation-forms';
import { ConsolidationSending } from './consolidation-sending.service';
import { CONSOLIDATION_WAYS, mayConsolidation, type ConsolidationCommand } from './consolidation-states';
import { CONSOLIDATION_REFUSALS } from './consolidations.errors';
import {
  countReady,
  freeList,
  holdOnList,
  insertConsolidation,
  readConsolidation,
  updateConsolidation,
  writeConsolidated,
  type ConsolidationRecord,
} from './consolidations.repository';
import type {
  DraftConsolidationRequest,
  IssueConsolidationRequest,
  PutListOnAgendaRequest,
  ReviseConsolidationRequest,
} from './dto/consolidation.request';

type HeadOfList = Readonly<Pick<IssueConsolidationRequest, 'number' | 'datedOn' | 'signerTitle'>>;

/** Commands on consolidated lists. Sending one follows as a job. */
@Injectable()
export class ConsolidationsService implements FeatureCommands, OnModuleInit {
  readonly forms = consolidationForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly sending: ConsolidationSending,
    private readonly agendas: Agendas,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when there is no such list, or no such unit for a new one. */
  execute(command: FeatureCommand): Promise<CommandResult> {
    const { instanceId, input } = command;
    if (instanceId === undefined) return this.draft(command, input as DraftConsolidationRequest);
    return this.change(command, instanceId, command.type as ConsolidationCommand);
  }

  private async draft(command: FeatureCommand, input: DraftConsolidationRequest): Promise<CommandResult> {
    const { actor, commandId, type } = command;
    const { authorityUnitId, campaignId = null, tier = null, caseIds } = input;
    const unitPath = await this.units.pathOf(this.reads, authorityUnitId);
    if (unitPath === undefined || !actorCovers(actor, unitPath)) throw new NotFoundError('unit', authorityUnitId);
    const id = derivedId(type, actor.id, commandId);
    const { permissions } = CONSOLIDATION_WAYS['consolidation.revise'];
    const request = { ...command, instanceId: id, kind: 'consolidation', permissions, unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      const list = { id, authorityUnitId, unitPath, campaignId, tier, createdAt: at };
      await insertConsolidation(tx, list);
      return takeCases(tx, list, caseIds);
    });
  }

  private async change(command: FeatureCommand, id: string, type: ConsolidationCommand): Promise<CommandResult> {
    const seen = await readConsolidation(this.reads, id);
    if (!seen || !actorCovers(command.actor, seen.unitPath)) throw new NotFoundError('consolidation', id);
    const { permissions } = CONSOLIDATION_WAYS[type];
    const request = { ...command, instanceId: id, kind: 'consolidation', permissions, unitPath: seen.unitPath };
    return this.registers.change(request, async (work) => {
      const list = (await readConsolidation(work.tx, id, 'taken')) ?? seen;
      const reasons = mayConsolidation(type, list.state);
      return reasons.length > 0 ? reasons : this.apply(command, type, list, work);
    });
  }

  /** Writes what the command changes; the state has agreed. */
  private async apply(
    { input, actor }: FeatureCommand,
    type: ConsolidationCommand,
    list: ConsolidationRecord,
    { tx, at }: RegisterWork,
  ): Promise<readonly Refusal[]> {
    const { id } = list;
    const { to: state } = CONSOLIDATION_WAYS[type];
    const head = type === 'consolidation.issue' ? headOf(input as IssueConsolidationRequest) : undefined;
    await updateConsolidation(tx, id, { state, ...head });
    switch (type) {
      case 'consolidation.revise':
        return takeCases(tx, list, (input as ReviseConsolidationRequest).caseIds);
      case 'consolidation.issue':
        return refusalsWhen([
          head !== undefined && at < startOfDay(head.datedOn),
          CONSOLIDATION_REFUSALS.datedInTheFuture,
        ]);
      case 'consolidation.putOnAgenda': {
        const { reviewId } = input as PutListOnAgendaRequest;
        if (!(await this.agendas.isOpen(tx, reviewId, list.unitPath)))
          return [refusal(CONSOLIDATION_REFUSALS.noAgenda)];
        await this.sending.schedule(tx, { consolidationId: id, to: 'review', reviewId, by: actor.id }, at);
        return [];
      }
      case 'consolidation.sendUp':
        await this.sending.schedule(tx, { consolidationId: id, to: 'above', by: actor.id }, at);
        return [];
      case 'consolidation.close':
      case 'consolidation.dissolve':
        await freeList(tx, id);
        return [];
    }
  }
}

function headOf({ number, datedOn, signerTitle }: IssueConsolidationRequest): HeadOfList {
  return { number, datedOn, signerTitle };
}

/** Puts cases on a list in place of those before: all of them or, with the reasons, none. */
async function takeCases(
  tx: Tx,
  list: Pick<ConsolidationRecord, 'id' | 'authorityUnitId' | 'campaignId' | 'tier'>,
  caseIds: readonly string[],
): Promise<readonly Refusal[]> {
  const ready = await countReady(tx, list, caseIds);
  if (ready < caseIds.length) return refusalsWhen([true, CONSOLIDATION_REFUSALS.notReady]);
  const heldElsewhere = await holdOnList(tx, list.id, caseIds);
  await writeConsolidated(tx, list.id, caseIds);
  return refusalsWhen([heldElsewhere > 0, CONSOLIDATION_REFUSALS.caseHeld]);
}
