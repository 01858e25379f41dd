import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Refusal } from '../../workflows/kernel';
import { actorCovers } from '../platform/auth/actor';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { PrivateTexts, ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { RegisterRunner, type RegisterRequest, type RegisterWork } from '../platform/runner/register-runner';
import { KEEPERS } from '../platform/auth/permission';
import { refusalsWhen, refused } from '../platform/runner/refusals';
import { commonPath, UnitDirectory } from '../units';
import { personForms } from './person-forms';
import type { AddPersonRequest } from './dto/add-person.request';
import type { CorrectPersonRequest } from './dto/correct-person.request';
import type { MovePersonRequest } from './dto/move-person.request';
import { PERSON_REFUSALS } from './people.errors';
import {
  erasePerson,
  insertPerson,
  lockPerson,
  movePerson,
  updatePerson,
  type PersonDetails,
} from './people.repository';
import type { Gender, SubjectUnit } from './subject';
import { SubjectDirectory } from './subject-directory';

/** Commands on people. */
@Injectable()
export class PeopleService implements FeatureCommands, OnModuleInit {
  readonly forms = personForms;

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
    if (type === 'person.add') return this.add(command, input as AddPersonRequest);
    const id = command.instanceId ?? '';
    const unit = await this.subjects.unitOf(this.reads, 'person', id);
    if (!unit || !actorCovers(command.actor, unit.path)) throw new NotFoundError('person', id);
    if (type === 'person.correct') return this.correct(command, unit, input as CorrectPersonRequest);
    if (type === 'person.move') return this.move(command, unit, input as MovePersonRequest);
    if (type === 'person.erase') return this.erase(command, unit);
    throw new Error(`${type} is no command on people`);
  }

  private async add(command: FeatureCommand, input: AddPersonRequest): Promise<CommandResult> {
    const { actor, commandId } = command;
    const unitPath = await this.units.pathSeenBy(this.reads, actor, input.unitId);
    if (unitPath === undefined) return refused(PERSON_REFUSALS.unknownUnit);
    const id = derivedId('person', actor.id, commandId);
    return this.registers.change(personRequest(command, id, unitPath), async ({ tx }) => {
      await insertPerson(tx, id, input.unitId, detailsOf(command, input));
      return [];
    });
  }

  private correct(command: FeatureCommand, unit: SubjectUnit, input: CorrectPersonRequest): Promise<CommandResult> {
    return this.changeKept(command, unit.path, async ({ tx }, id) => {
      await updatePerson(tx, id, detailsOf(command, input));
      return [];
    });
  }

  /** Takes a person out of the books of one unit and into those of another: for whoever keeps both. */
  private async move(
    command: FeatureCommand,
    unit: SubjectUnit,
    { unitId }: MovePersonRequest,
  ): Promise<CommandResult> {
    const newPath = await this.units.pathSeenBy(this.reads, command.actor, unitId);
    if (newPath === undefined) return refused(PERSON_REFUSALS.unknownUnit);
    return this.changeKept(command, commonPath([unit.path, newPath]), async ({ tx }, id) => {
      const isMoved = await movePerson(tx, id, unitId);
      return refusalsWhen([!isMoved, PERSON_REFUSALS.sameUnit]);
    });
  }

  private erase(command: FeatureCommand, unit: SubjectUnit): Promise<CommandResult> {
    return this.changeKept(command, unit.path, async ({ tx, at }, id) => {
      await erasePerson(tx, id, at);
      await this.privateTexts.eraseTextsOf(tx, id);
      return [];
    });
  }

  /** Changes a person who was not erased. */
  private changeKept(
    command: FeatureCommand,
    unitPath: string,
    write: (work: RegisterWork, id: string) => Promise<readonly Refusal[]>,
  ): Promise<CommandResult> {
    const request = personRequest(command, command.instanceId ?? '', unitPath);
    return this.registers.change(request, async (work) => {
      if (!(await lockPerson(work.tx, request.instanceId))) return refusalsWhen([true, PERSON_REFUSALS.erased]);
      return write(work, request.instanceId);
    });
  }
}

function personRequest(command: FeatureCommand, instanceId: string, unitPath: string): RegisterRequest {
  return { ...command, instanceId, kind: 'person', permissions: KEEPERS, unitPath };
}

/** What is not given is not known: a correction replaces everything. */
function detailsOf(
  { texts }: FeatureCommand,
  { isDirectWorker = false, isLeader = false }: { readonly isDirectWorker?: boolean; readonly isLeader?: boolean },
): PersonDetails {
  return {
    name: texts.name ?? '',
    birthday: texts.birthday ?? null,
    gender: (texts.gender as Gender | undefined) ?? null,
    nationalId: texts.nationalId ?? null,
    isDirectWorker,
    isLeader,
  };
}
