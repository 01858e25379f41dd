import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Refusal } from '../../../workflows/kernel';
import type { SubjectRef } from '../../people';
import { ReadDatabase, type Tx } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refusalsWhen } from '../../platform/runner/refusals';
import { RegisterRunner } from '../../platform/runner/register-runner';
import { disciplineClaim } from '../claims';
import { SubjectCases } from '../subject-cases.port';
import { RecordDesk } from '../subjects/record-desk';
import { isRowAbout } from '../violations/violations.repository';
import { isClaimed, withdrawRecord } from '../withdrawals.repository';
import { disciplineForms } from './discipline-forms';
import { DISCIPLINE_REFUSALS } from './disciplines.errors';
import { insertDiscipline, isWithin, liftDiscipline, readDisciplinedSubject } from './disciplines.repository';
import type { LiftDisciplineRequest, RecordDisciplineRequest } from './dto/discipline.request';

/** Disciplinary measures: achievement time counts from their end (Decree 152/2025, article 4.4). */
@Injectable()
export class DisciplinesService implements FeatureCommands, OnModuleInit {
  readonly forms = disciplineForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly desk: RecordDesk,
    private readonly cases: SubjectCases,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the subject or the measure is not there or out of sight. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, instanceId, input } = command;
    if (instanceId === undefined) return this.record(command, input as RecordDisciplineRequest);
    if (type === 'discipline.lift') return this.lift(command, instanceId, input as LiftDisciplineRequest);
    return this.withdraw(command, instanceId);
  }

  private async record(command: FeatureCommand, input: RecordDisciplineRequest): Promise<CommandResult> {
    const subject = { kind: input.subjectKind, id: input.subjectId };
    const request = await this.desk.opening(command, 'discipline', subject);
    return this.registers.change(request, async ({ tx }) => {
      const reasons = await this.refusalsOf(tx, subject, input);
      if (reasons.length === 0) await insertDiscipline(tx, request.instanceId, input);
      return reasons;
    });
  }

  private async refusalsOf(
    tx: Tx,
    subject: SubjectRef,
    { form, from, until, paper, freezeId, violationRowId }: RecordDisciplineRequest,
  ): Promise<readonly Refusal[]> {
    const aliases = await this.desk.rowsOf(tx, subject);
    const claims = aliases.map((alias) => disciplineClaim(alias, form, paper));
    const freezes = freezeId === undefined ? [] : await this.cases.freezesOf(tx, aliases);
    const isOwnFreeze = freezeId === undefined || freezes.some(({ freeze }) => freeze.id === freezeId);
    const isOwnRow = violationRowId === undefined || (await isRowAbout(tx, violationRowId, aliases));
    return refusalsWhen(
      [await isClaimed(tx, 'disciplines', claims), DISCIPLINE_REFUSALS.alreadyRecorded],
      [until !== undefined && until < from, DISCIPLINE_REFUSALS.endsBeforeStart],
      [!isOwnFreeze, DISCIPLINE_REFUSALS.otherFreeze],
      [!isOwnRow, DISCIPLINE_REFUSALS.otherViolation],
    );
  }

  private async lift(command: FeatureCommand, id: string, { liftedOn }: LiftDisciplineRequest): Promise<CommandResult> {
    const subject = await readDisciplinedSubject(this.reads, id);
    const request = await this.desk.changing(command, 'discipline', subject);
    return this.registers.change(request, async ({ tx }) => {
      const isLifted = await liftDiscipline(tx, id, liftedOn);
      return refusalsWhen(
        [!isLifted, DISCIPLINE_REFUSALS.alreadyLifted],
        [!(await isWithin(tx, id, liftedOn)), DISCIPLINE_REFUSALS.liftedOutside],
      );
    });
  }

  private async withdraw(command: FeatureCommand, id: string): Promise<CommandResult> {
    const subject = await readDisciplinedSubject(this.reads, id);
    const request = await this.desk.changing(command, 'discipline', subject);
    return this.registers.change(request, async ({ tx, at, commitments }) => {
      const isWithdrawn = await withdrawRecord(tx, 'disciplines', id, { at, reason: commitments.reason ?? '' });
      return refusalsWhen([!isWithdrawn, DISCIPLINE_REFUSALS.alreadyWithdrawn]);
    });
  }
}
