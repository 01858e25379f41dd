import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Refusal } from '../../workflows/kernel';
import { actorCovers } from '../platform/auth/actor';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { PrivateTexts, ReadDatabase, type Tx } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { RegisterRunner, type RegisterRequest, type RegisterWork } from '../platform/runner/register-runner';
import { KEEPERS } from '../platform/auth/permission';
import { refusalsWhen, refused } from '../platform/runner/refusals';
import { commonPath, UnitDirectory } from '../units';
import { personDetailForms } from './person-forms';
import type { AddPersonRequest } from './dto/add-person.request';
import type { CorrectPersonRequest } from './dto/correct-person.request';
import type { MovePersonRequest } from './dto/move-person.request';
import type { PersonDetailsRequest } from './dto/person-details.request';
import { maskOf } from './national-ids';
import { readIdsOfPerson } from './people-merges.repository';
import { PERSON_REFUSALS } from './people.errors';
import { PersonIdentities, type Candidate } from './person-identities';
import {
  erasePerson,
  insertPerson,
  isMerged,
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
  readonly forms = personDetailForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly subjects: SubjectDirectory,
    private readonly privateTexts: PrivateTexts,
    private readonly identities: PersonIdentities,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  async execute(sent: FeatureCommand): Promise<CommandResult> {
    const { number, command } = withoutNumber(sent);
    const { type, input } = command;
    if (type === 'person.add') return this.add(command, input as AddPersonRequest, number);
    const id = command.instanceId ?? '';
    const unit = await this.subjects.unitOf(this.reads, 'person', id);
    if (!unit || !actorCovers(command.actor, unit.path)) throw new NotFoundError('person', id);
    if (type === 'person.correct') return this.correct(command, unit, number);
    if (type === 'person.move') return this.move(command, unit, input as MovePersonRequest);
    if (type === 'person.erase') return this.erase(command, unit);
    throw new Error(`${type} is no command on people`);
  }

  private async add(command: FeatureCommand, input: AddPersonRequest, number?: string): Promise<CommandResult> {
    const { actor, commandId } = command;
    const { unitId, isAnother = false } = input;
    const unitPath = await this.units.pathSeenBy(this.reads, actor, unitId);
    if (unitPath === undefined) return refused(PERSON_REFUSALS.unknownUnit);
    const id = derivedId('person', actor.id, commandId);
    return this.registers.change(personRequest(command, id, unitPath), async ({ tx, at }) => {
      const isOver = await this.units.isDissolved(tx, unitId, at);
      const details = detailsOf(command, input);
      const candidate = { ...details, id, actor };
      const twins = isAnother ? [] : await this.identities.namesakes(tx, candidate);
      const { nationalId, reasons } = await this.numberOf(tx, candidate, number);
      if (reasons.length === 0) await insertPerson(tx, id, unitId, { ...details, ...nationalId });
      const refusals = refusalsWhen([isOver, PERSON_REFUSALS.dissolvedUnit]);
      return [...refusals, ...standingRefusals(input), ...reasons, ...twins];
    });
  }

  private correct(command: FeatureCommand, unit: SubjectUnit, number?: string): Promise<CommandResult> {
    const input = command.input as CorrectPersonRequest;
    return this.changeKept(command, unit.path, async ({ tx }, id) => {
      const details = detailsOf(command, input);
      const { nationalId, reasons } = await this.numberOf(tx, { ...details, id, actor: command.actor }, number);
      const taken = input.withoutNationalId === true ? { nationalId: null } : nationalId;
      if (reasons.length === 0) await updatePerson(tx, id, { ...details, ...taken });
      return [...standingRefusals(input), ...reasons];
    });
  }

  /** What is to be written of an identity number; nothing when none was given. */
  private async numberOf(
    tx: Tx,
    candidate: Candidate,
    number?: string,
  ): Promise<{ readonly nationalId: Pick<PersonDetails, 'nationalId'>; readonly reasons: readonly Refusal[] }> {
    if (number === undefined) return { nationalId: {}, reasons: [] };
    const { nationalId, reasons } = await this.identities.ofNumber(tx, candidate, number);
    return { nationalId: { nationalId }, reasons };
  }

  /** Takes a person out of the books of one unit and into those of another: for whoever keeps both. */
  private async move(
    command: FeatureCommand,
    unit: SubjectUnit,
    { unitId }: MovePersonRequest,
  ): Promise<CommandResult> {
    const newPath = await this.units.pathSeenBy(this.reads, command.actor, unitId);
    if (newPath === undefined) return refused(PERSON_REFUSALS.unknownUnit);
    return this.changeKept(command, commonPath([unit.path, newPath]), async ({ tx, at }, id) => {
      const isOver = await this.units.isDissolved(tx, unitId, at);
      const isMoved = await movePerson(tx, id, unitId);
      return refusalsWhen([isOver, PERSON_REFUSALS.dissolvedUnit], [!isMoved, PERSON_REFUSALS.sameUnit]);
    });
  }

  private erase(command: FeatureCommand, unit: SubjectUnit): Promise<CommandResult> {
    return this.changeKept(command, unit.path, async ({ tx, at }, id) => {
      const ids = await readIdsOfPerson(tx, id);
      await erasePerson(tx, id, at);
      for (const each of ids) await this.privateTexts.eraseTextsOf(tx, each);
      return [];
    });
  }

  /** Changes a person who was not erased, by the row that stays. */
  private changeKept(
    command: FeatureCommand,
    unitPath: string,
    write: (work: RegisterWork, id: string) => Promise<readonly Refusal[]>,
  ): Promise<CommandResult> {
    const request = personRequest(command, command.instanceId ?? '', unitPath);
    return this.registers.change(request, async (work) => {
      if (!(await lockPerson(work.tx, request.instanceId))) {
        const isOfAnother = await isMerged(work.tx, request.instanceId);
        return refusalsWhen([true, isOfAnother ? PERSON_REFUSALS.merged : PERSON_REFUSALS.erased]);
      }
      return write(work, request.instanceId);
    });
  }
}

function personRequest(command: FeatureCommand, instanceId: string, unitPath: string): RegisterRequest {
  return { ...command, instanceId, kind: 'person', permissions: KEEPERS, unitPath };
}

/** The identity number apart: what is written beside the events, and what a repeat is compared with, has its mask. */
function withoutNumber(command: FeatureCommand): { readonly command: FeatureCommand; readonly number?: string } {
  const { nationalId } = command.texts;
  if (nationalId === undefined) return { command };
  return { command: { ...command, texts: { ...command.texts, nationalId: maskOf(nationalId) } }, number: nationalId };
}

/** What a person is at work. */
type Standing = Pick<PersonDetailsRequest, 'isDirectWorker' | 'isLeader' | 'leaderLevel'>;

/** A level belongs to a leader. */
function standingRefusals({ isLeader, leaderLevel }: Standing): readonly Refusal[] {
  return refusalsWhen([isLeader === false && leaderLevel !== undefined, PERSON_REFUSALS.noLeader]);
}

/** What is not given is not known: a correction replaces everything but the identity number. */
function detailsOf(
  { texts }: FeatureCommand,
  { isDirectWorker = false, leaderLevel, isLeader = leaderLevel !== undefined }: Standing,
): PersonDetails {
  return {
    name: texts.name ?? '',
    birthday: texts.birthday ?? null,
    gender: (texts.gender as Gender | undefined) ?? null,
    isDirectWorker,
    isLeader,
    leaderLevel: leaderLevel ?? null,
  };
}
