import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocalDate, Refusal } from '../../workflows/kernel';
import { KEEPERS } from '../platform/auth/permission';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { refusalsWhen } from '../platform/runner/refusals';
import { RegisterRunner, type RegisterWork } from '../platform/runner/register-runner';
import type { Span } from './dated';
import type { CoManageUnitRequest, NameUnitDelegateRequest } from './dto/unit-terms.request';
import { UnitDirectory } from './unit-directory';
import { unitTermForms } from './unit-forms';
import {
  endTerm,
  insertCoManagement,
  insertDelegation,
  isCoManaged,
  isDelegate,
  isPerson,
  readCoManagements,
  readDelegations,
} from './unit-terms.repository';
import { UNIT_REFUSALS } from './units.errors';
import { takeUnits } from './units.repository';

/** What is written of a unit, and why not. */
type Write = (work: RegisterWork, unitId: string) => Promise<readonly Refusal[]>;

/** Commands on what a unit has for a time: a second manager, delegates of its head. */
@Injectable()
export class UnitTermsService implements FeatureCommands, OnModuleInit {
  readonly forms = unitTermForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the unit does not exist. */
  execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, actor, commandId, input } = command;
    const id = derivedId(type, actor.id, commandId);
    if (type === 'unit.coManage') return this.coManage(command, id, input as CoManageUnitRequest);
    if (type === 'unit.nameDelegate') return this.nameDelegate(command, id, input as NameUnitDelegateRequest);
    const { validTo, ...of } = input as { readonly validTo: LocalDate; readonly [name: string]: string };
    if (type === 'unit.endCoManagement') {
      return this.change(command, {}, async ({ tx }, unitId) => {
        const found = (await readCoManagements(tx, unitId)).find((each) => each.id === of.coManagementId);
        await endTerm(tx, 'unit_co_managers', found?.id ?? '', validTo);
        return endReasons(found, validTo);
      });
    }
    if (type === 'unit.endDelegation') {
      return this.change(command, {}, async ({ tx }, unitId) => {
        const found = (await readDelegations(tx, unitId)).find((each) => each.id === of.delegationId);
        await endTerm(tx, 'unit_delegates', found?.id ?? '', validTo);
        return endReasons(found, validTo);
      });
    }
    throw new Error(`${type} is no command on the terms of a unit`);
  }

  /** The manager may stand anywhere: branches cross the tree. It gets to read the unit, which is the unit's keeper's to give. */
  private coManage(command: FeatureCommand, id: string, input: CoManageUnitRequest): Promise<CommandResult> {
    const { managerId, validFrom, validTo = null } = input;
    return this.change(command, { coManagementId: id }, async ({ tx }, unitId) => {
      const coManagement = { id, unitId, managerId, validFrom, validTo };
      const unit = await this.units.pathOf(tx, unitId);
      const manager = await this.units.pathOf(tx, managerId);
      const isHeld = await isCoManaged(tx, coManagement);
      await insertCoManagement(tx, coManagement);
      return refusalsWhen(
        [manager === undefined, UNIT_REFUSALS.unknownManager],
        [manager !== undefined && unit?.startsWith(manager) === true, UNIT_REFUSALS.managedAlready],
        [isHeld, UNIT_REFUSALS.coManagedAlready],
        [validTo !== null && validTo < validFrom, UNIT_REFUSALS.endsBeforeStart],
      );
    });
  }

  private nameDelegate(command: FeatureCommand, id: string, input: NameUnitDelegateRequest): Promise<CommandResult> {
    const { personId, validFrom, validTo = null, paper } = input;
    return this.change(command, { delegationId: id }, async ({ tx, at }, unitId) => {
      const delegation = { id, unitId, personId, validFrom, validTo, paper };
      const isKnown = await isPerson(tx, personId);
      const isHeld = await isDelegate(tx, delegation);
      const isOver = await this.units.isDissolved(tx, unitId, at);
      await insertDelegation(tx, delegation);
      return refusalsWhen(
        [isOver, UNIT_REFUSALS.dissolved],
        [!isKnown, UNIT_REFUSALS.unknownPerson],
        [isHeld, UNIT_REFUSALS.delegateAlready],
        [validTo !== null && validTo < validFrom, UNIT_REFUSALS.endsBeforeStart],
      );
    });
  }

  private async change(command: FeatureCommand, made: object, write: Write): Promise<CommandResult> {
    const { instanceId: unitId = '' } = command;
    const unitPath = await this.units.pathOf(this.reads, unitId);
    if (unitPath === undefined) throw new NotFoundError('unit', unitId);
    const input = { ...command.input, ...made };
    const request = { ...command, input, instanceId: unitId, kind: 'unit', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async (work) => {
      // First of all, so that changes of one unit come one after another.
      await takeUnits(work.tx, [unitId]);
      return write(work, unitId);
    });
  }
}

function endReasons(found: Span | undefined, validTo: LocalDate): readonly Refusal[] {
  if (!found) return refusalsWhen([true, UNIT_REFUSALS.unknownTerm]);
  return refusalsWhen(
    [validTo < found.validFrom, UNIT_REFUSALS.endsBeforeStart],
    [found.validTo !== null && found.validTo < validTo, UNIT_REFUSALS.endedBefore],
  );
}
