import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  addDong,
  compareDong,
  localDateOf,
  type Instant,
  type LocalDate,
  type Refusal,
} from '../../../workflows/kernel';
import { actorCovers } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { Ids } from '../../platform/ids/ids.port';
import { addToOutbox, ReadDatabase, type Tx } from '../../platform/persistence';
import { WakeUp } from '../../platform/relay/wake-up';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { RegisterRunner } from '../../platform/runner/register-runner';
import { refusalsWhen } from '../../platform/runner/refusals';
import type { RecoverMoneyRequest, ReturnArtefactRequest } from './dto/recovery.request';
import { RECOVERY_REFUSALS } from './recoveries.errors';
import {
  readRecoveryPath,
  setArtefactReturned,
  setMoneyRecovered,
  takeRecovery,
  type RecoveryRecord,
} from './recoveries.repository';
import { recoveryForms } from './recovery-forms';

/** Notes what came back of revoked awards. Money goes to the fund by a job. */
@Injectable()
export class RecoveriesService implements FeatureCommands, OnModuleInit {
  readonly forms = recoveryForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly ids: Ids,
    private readonly wakeUp: WakeUp,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when there is no such recovery. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { actor, type, instanceId: id = '', input } = command;
    const unitPath = await readRecoveryPath(this.reads, id);
    if (unitPath === undefined || !actorCovers(actor, unitPath)) throw new NotFoundError('recovery', id);
    const permissions = ['case.keep'] as const;
    const request = { ...command, instanceId: id, kind: 'recovery', permissions, unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      const recovery = await takeRecovery(tx, id);
      return type === 'recovery.returnArtefact'
        ? returnArtefact(tx, recovery, at, input as ReturnArtefactRequest)
        : this.recoverMoney(tx, recovery, at, input as RecoverMoneyRequest);
    });
  }

  private async recoverMoney(
    tx: Tx,
    recovery: RecoveryRecord,
    at: Instant,
    { amount, recoveredOn }: RecoverMoneyRequest,
  ): Promise<readonly Refusal[]> {
    const { id, caseId, moneyDue, moneyRecovered } = recovery;
    const total = addDong(moneyRecovered, amount);
    await setMoneyRecovered(tx, id, total);
    const messageId = this.ids.next();
    const payload = { caseId, amount, recoveredOn };
    await addToOutbox(tx, [{ id: messageId, job: 'book-recovery', payload, availableAt: at, createdAt: at }]);
    tx.afterCommit(() => {
      this.wakeUp.ring();
    });
    const isTooMuch = amount === '0' || compareDong(total, moneyDue) > 0;
    return [...dayRefusals(recovery, at, recoveredOn), ...refusalsWhen([isTooMuch, RECOVERY_REFUSALS.moreThanDue])];
  }
}

async function returnArtefact(
  tx: Tx,
  recovery: RecoveryRecord,
  at: Instant,
  { returnedOn }: ReturnArtefactRequest,
): Promise<readonly Refusal[]> {
  await setArtefactReturned(tx, recovery.id, returnedOn);
  const isDue = recovery.isArtefactDue && recovery.artefactReturnedOn === null;
  return [...dayRefusals(recovery, at, returnedOn), ...refusalsWhen([!isDue, RECOVERY_REFUSALS.artefactNotDue])];
}

function dayRefusals({ openedAt }: RecoveryRecord, at: Instant, on: LocalDate): readonly Refusal[] {
  return refusalsWhen(
    [on > localDateOf(at), RECOVERY_REFUSALS.inTheFuture],
    [on < localDateOf(openedAt), RECOVERY_REFUSALS.beforeRevocation],
  );
}
