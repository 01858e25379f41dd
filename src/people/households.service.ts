import { Injectable, type OnModuleInit } from '@nestjs/common';
import { foldText } from '../../workflows/kernel';
import { actorCovers } from '../platform/auth/actor';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { PrivateTexts, ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { RegisterRunner, type RegisterWork } from '../platform/runner/register-runner';
import { KEEPERS } from '../platform/auth/permission';
import { refusalsWhen, refused } from '../platform/runner/refusals';
import { commonPath, UnitDirectory } from '../units';
import { householdForms } from './household-forms';
import type { AddHouseholdRequest } from './dto/add-household.request';
import type { MoveSubjectRequest } from './dto/move-subject.request';
import {
  eraseHousehold,
  insertHousehold,
  moveHousehold,
  readAddressesOfHead,
  updateHousehold,
  type HouseholdDetails,
} from './households.repository';
import { HOUSEHOLD_REFUSALS } from './people.errors';
import { SubjectDirectory } from './subject-directory';

/** Commands on households. */
@Injectable()
export class HouseholdsService implements FeatureCommands, OnModuleInit {
  readonly forms = householdForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly subjects: SubjectDirectory,
    private readonly privateTexts: PrivateTexts,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, input } = command;
    if (type === 'household.add') return this.add(command, input as AddHouseholdRequest);
    if (type === 'household.correct') {
      return this.changeKept(command, ({ tx }, id) => updateHousehold(tx, id, detailsOf(command)));
    }
    if (type === 'household.move') return this.move(command, input as MoveSubjectRequest);
    if (type === 'household.erase') return this.changeKept(command, (work, id) => this.erase(work, id));
    throw new Error(`${type} is no command on households`);
  }

  private async add(
    command: FeatureCommand,
    { unitId, isAnother = false }: AddHouseholdRequest,
  ): Promise<CommandResult> {
    const { actor, commandId } = command;
    const unitPath = await this.units.pathSeenBy(this.reads, actor, unitId);
    if (unitPath === undefined) return refused(HOUSEHOLD_REFUSALS.unknownUnit);
    const id = derivedId('household', actor.id, commandId);
    const request = { ...command, instanceId: id, kind: 'household', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      const details = detailsOf(command);
      const isOver = await this.units.isDissolved(tx, unitId, at);
      const addresses = await readAddressesOfHead(tx, unitId, details.headName);
      const isThere = addresses.some((address) => foldText(address) === foldText(details.address));
      await insertHousehold(tx, id, unitId, details);
      return refusalsWhen(
        [isOver, HOUSEHOLD_REFUSALS.dissolvedUnit],
        [isThere && details.address !== '' && !isAnother, HOUSEHOLD_REFUSALS.looksLike],
      );
    });
  }

  /** Changes a household that was not erased: the write answers false when it was. */
  private async changeKept(
    command: FeatureCommand,
    write: (work: RegisterWork, id: string) => Promise<boolean>,
  ): Promise<CommandResult> {
    const id = command.instanceId ?? '';
    const unit = await this.subjects.unitOf(this.reads, 'household', id);
    if (!unit || !actorCovers(command.actor, unit.path)) throw new NotFoundError('household', id);
    const request = { ...command, instanceId: id, kind: 'household', permissions: KEEPERS, unitPath: unit.path };
    return this.registers.change(request, async (work) =>
      refusalsWhen([!(await write(work, id)), HOUSEHOLD_REFUSALS.erased]),
    );
  }

  /** Takes a household out of the books of one unit and into those of another: for whoever keeps both. */
  private async move(command: FeatureCommand, { unitId }: MoveSubjectRequest): Promise<CommandResult> {
    const { actor, instanceId: id = '' } = command;
    const unit = await this.subjects.unitOf(this.reads, 'household', id);
    if (!unit || !actorCovers(actor, unit.path)) throw new NotFoundError('household', id);
    const newPath = await this.units.pathSeenBy(this.reads, actor, unitId);
    if (newPath === undefined) return refused(HOUSEHOLD_REFUSALS.unknownUnit);
    const unitPath = commonPath([unit.path, newPath]);
    const request = { ...command, instanceId: id, kind: 'household', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      const isKept = await this.subjects.exists(tx, 'household', id);
      const isOver = await this.units.isDissolved(tx, unitId, at);
      const isMoved = await moveHousehold(tx, id, unitId);
      return refusalsWhen(
        [!isKept, HOUSEHOLD_REFUSALS.erased],
        [isOver, HOUSEHOLD_REFUSALS.dissolvedUnit],
        [isKept && !isMoved, HOUSEHOLD_REFUSALS.sameUnit],
      );
    });
  }

  private async erase({ tx, at }: RegisterWork, id: string): Promise<boolean> {
    await this.privateTexts.eraseTextsOf(tx, id);
    return eraseHousehold(tx, id, at);
  }
}

function detailsOf({ texts }: FeatureCommand): HouseholdDetails {
  return { headName: texts.headName ?? '', address: texts.address ?? '' };
}
