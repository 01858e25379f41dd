import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localDateOf, type Instant } from '../../../workflows/kernel';
import { NationalIds, SubjectDirectory, type SubjectRef } from '../../people';
import { actorCovers, type Actor } from '../../platform/auth/actor';
import { KEEPERS } from '../../platform/auth/permission';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { addToOutbox, PrivateTexts, ReadDatabase, type Tx } from '../../platform/persistence';
import { WakeUp } from '../../platform/relay/wake-up';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refusalsWhen, refused } from '../../platform/runner/refusals';
import { RegisterRunner, type RegisterRequest, type RegisterWork } from '../../platform/runner/register-runner';
import { UnitDirectory } from '../../units';
import { HistoryJob } from '../history-jobs';
import { openedId } from '../subjects/record-desk';
import type { ConfirmRowRequest, DismissRowRequest, ReceiveListRequest } from './dto/violation-list.request';
import { violationForms } from './violation-forms';
import { VIOLATION_REFUSALS } from './violations.errors';
import { insertList, lockList, markErased, readKeptList, settleRow, type KeptList } from './violations.repository';
import { rowField, textOfRow } from './written-row';

/** Lists of violations from agencies, and what the office concludes from them. Nothing is refused by itself. */
@Injectable()
export class ViolationsService implements FeatureCommands, OnModuleInit {
  readonly forms = violationForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly subjects: SubjectDirectory,
    private readonly nationalIds: NationalIds,
    private readonly privateTexts: PrivateTexts,
    private readonly wakeUp: WakeUp,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the list is not there or out of sight. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, instanceId, input } = command;
    if (instanceId === undefined) return this.receive(command, input as ReceiveListRequest);
    const list = await readKeptList(this.reads, instanceId);
    if (!list || !actorCovers(command.actor, list.unitPath)) throw new NotFoundError('violationList', instanceId);
    if (type === 'violationList.confirm') return this.confirm(command, list, input as ConfirmRowRequest);
    if (type === 'violationList.dismiss') return this.dismiss(command, list, input as DismissRowRequest);
    return this.erase(command, list);
  }

  /** What is written of people goes to the private texts, row by row; the event holds how many there are. */
  private async receive(command: FeatureCommand, { rows, ...list }: ReceiveListRequest): Promise<CommandResult> {
    const unitPath = await this.units.pathSeenBy(this.reads, command.actor, list.unitId);
    if (unitPath === undefined) return refused(VIOLATION_REFUSALS.unknownUnit);
    const id = openedId(command);
    const written = Object.fromEntries(rows.map((row, index) => [rowField(index + 1), textOfRow(row)]));
    const texts = { ...command.texts, ...written };
    const input = { ...list, rowCount: rows.length };
    return this.registers.change({ ...requestOn(command, { id, unitPath }), input, texts }, async (work) => {
      const numbers = rows.flatMap(({ nationalId }) => nationalId ?? []);
      const hashes = await this.nationalIds.hashesOf(work.tx, numbers);
      const newRows = rows.map(({ nationalId }, index) => ({
        written: work.commitments[rowField(index + 1)] ?? '',
        identityHash: hashes.get(nationalId ?? '') ?? null,
      }));
      await insertList(work.tx, { id, unitPath, rows: newRows }, list);
      return refusalsWhen([list.periodTo < list.periodFrom, VIOLATION_REFUSALS.endsBeforeStart]);
    });
  }

  private async confirm(command: FeatureCommand, list: KeptList, input: ConfirmRowRequest): Promise<CommandResult> {
    const { rowId, outcome, subjectKind, subjectId } = input;
    const subject = { kind: subjectKind, id: subjectId };
    return this.registers.change(requestOn(command, list), async (work) => {
      const { tx, at } = work;
      if (!(await lockList(tx, list.id))) return refusalsWhen([true, VIOLATION_REFUSALS.erased]);
      const isSettled = await settleRow(tx, list.id, rowId, { state: 'confirmed', subject, outcome, at });
      const reasons = refusalsWhen(
        [!isSettled, VIOLATION_REFUSALS.alreadySettled],
        [!(await this.isWithin(work, command.actor, list, subject)), VIOLATION_REFUSALS.unknownSubject],
      );
      if (reasons.length === 0 && outcome === 'freeze') await this.askForFreeze(tx, command, list, input, at);
      return reasons;
    });
  }

  /** Of the unit that received the list or below; where another one stands for it today, of that one, for who covers it. */
  private async isWithin(
    { tx, at }: RegisterWork,
    actor: Actor,
    { unitPath }: KeptList,
    { kind, id }: SubjectRef,
  ): Promise<boolean> {
    if (!(await this.subjects.exists(tx, kind, id))) return false;
    const unit = await this.subjects.unitOf(tx, kind, id);
    if (!unit || unit.path.startsWith(unitPath)) return unit !== undefined;
    const heirPath = await this.units.heirPathOf(tx, unitPath, localDateOf(at));
    return heirPath !== undefined && unit.path.startsWith(heirPath) && actorCovers(actor, unit.path);
  }

  /** Freezes are kept beside the cases that they hold up: a message becomes a command there. */
  private async askForFreeze(
    tx: Tx,
    { actor }: FeatureCommand,
    { agency, paper }: KeptList,
    { rowId, subjectKind, subjectId, freezeFrom }: ConfirmRowRequest,
    at: Instant,
  ): Promise<void> {
    const startsOn = freezeFrom ?? localDateOf(at);
    const payload = { violationRowId: rowId, subjectKind, subjectId, startsOn, by: actor.id, agency, paper };
    const id = derivedId(HistoryJob.FreezeViolator, rowId);
    const message = { id, job: HistoryJob.FreezeViolator, payload, dedupeKey: id, availableAt: at, createdAt: at };
    await addToOutbox(tx, [message]);
    tx.afterCommit(() => {
      this.wakeUp.ring();
    });
  }

  private dismiss(command: FeatureCommand, list: KeptList, { rowId }: DismissRowRequest): Promise<CommandResult> {
    return this.registers.change(requestOn(command, list), async ({ tx, at }) => {
      if (!(await lockList(tx, list.id))) return refusalsWhen([true, VIOLATION_REFUSALS.erased]);
      const settlement = { state: 'dismissed', subject: null, outcome: null, at } as const;
      const isSettled = await settleRow(tx, list.id, rowId, settlement);
      return refusalsWhen([!isSettled, VIOLATION_REFUSALS.alreadySettled]);
    });
  }

  private erase(command: FeatureCommand, list: KeptList): Promise<CommandResult> {
    return this.registers.change(requestOn(command, list), async ({ tx, at }) => {
      if (!(await lockList(tx, list.id))) return refusalsWhen([true, VIOLATION_REFUSALS.erased]);
      await markErased(tx, list.id, at);
      await this.privateTexts.eraseTextsOf(tx, list.id);
      return [];
    });
  }
}

function requestOn(command: FeatureCommand, { id, unitPath }: Pick<KeptList, 'id' | 'unitPath'>): RegisterRequest {
  return { ...command, instanceId: id, kind: 'violationList', permissions: KEEPERS, unitPath };
}
