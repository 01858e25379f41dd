import { Injectable, type OnModuleInit } from '@nestjs/common';
import { actorCovers } from '../platform/auth/actor';
import { KEEPERS } from '../platform/auth/permission';
import { NotFoundError } from '../platform/errors/platform.errors';
import { ReadDatabase, type Tx } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { refusalsWhen, refused } from '../platform/runner/refusals';
import { RegisterRunner } from '../platform/runner/register-runner';
import { commonPath } from '../units';
import type { MergePersonRequest } from './dto/merge-person.request';
import { PERSON_REFUSALS } from './people.errors';
import { mergePerson, readIdentities, type Identity } from './people-merges.repository';
import { personMergeForms } from './person-forms';
import { PersonReferences } from './person-references';
import { SubjectDirectory } from './subject-directory';

/** Makes one person of two rows. */
@Injectable()
export class PeopleMergesService implements FeatureCommands, OnModuleInit {
  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly subjects: SubjectDirectory,
    private readonly references: PersonReferences,
  ) {}

  /** With the reasons of those who refer to people: all of them are known once the application is up. */
  get forms(): FeatureCommands['forms'] {
    const { 'person.merge': form } = personMergeForms;
    return { 'person.merge': { ...form, refusals: [...form.refusals, ...this.references.refusals] } };
  }

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** The row that is sent the command becomes another name of the one that stays. Throws NotFoundError. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { actor, instanceId: id = '', input } = command;
    const { intoId } = input as MergePersonRequest;
    const unit = await this.subjects.unitOf(this.reads, 'person', id);
    if (!unit || !actorCovers(actor, unit.path)) throw new NotFoundError('person', id);
    const into = await this.subjects.unitOf(this.reads, 'person', intoId);
    if (!into || !actorCovers(actor, into.path)) return refused(PERSON_REFUSALS.unknownPerson);
    const unitPath = commonPath([unit.path, into.path]);
    const request = { ...command, instanceId: id, kind: 'person', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async ({ tx }) => {
      const [from, to] = await readIdentities(tx, id, intoId);
      if (!from || !to || id === intoId) return refusalsWhen([true, PERSON_REFUSALS.unknownPerson]);
      const reasons = refusalsWhen(
        [from.isErased || to.isErased, PERSON_REFUSALS.erased],
        [from.mergedIntoId !== null || to.mergedIntoId !== null, PERSON_REFUSALS.merged],
        [areTwo(from, to), PERSON_REFUSALS.differentNumbers],
      );
      return reasons.length > 0 ? reasons : this.merge(tx, from, to);
    });
  }

  private async merge(tx: Tx, from: Identity, to: Identity): ReturnType<PersonReferences['repoint']> {
    await mergePerson(tx, from, to);
    return this.references.repoint(tx, from.id, to.id);
  }
}

/** Two numbers are two people. */
function areTwo(from: Identity, to: Identity): boolean {
  return from.nationalIdHash !== null && to.nationalIdHash !== null && from.nationalIdHash !== to.nationalIdHash;
}
