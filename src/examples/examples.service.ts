import { Injectable, type OnModuleInit } from '@nestjs/common';
import { mayExample, type ExampleCommand } from '../../workflows/example';
import { localDateOf, type Refusal } from '../../workflows/kernel';
import { SubjectDirectory, type SubjectKind } from '../people';
import { actorCovers } from '../platform/auth/actor';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { refusal, refusalsWhen, refused } from '../platform/runner/refusals';
import { RegisterRunner, type RegisterWork } from '../platform/runner/register-runner';
import { UnitDirectory } from '../units';
import type { FindExampleRequest } from './dto/example.request';
import { textsOwner, type ExampleRecord } from './example';
import { ahead, ExampleChanges } from './example-changes';
import { exampleForms } from './example-forms';
import { examplePermissions } from './example-permissions';
import { ExampleSurroundings } from './example-surroundings';
import { isSubjectErased } from './example-surroundings.repository';
import { EXAMPLE_FAULTS, EXAMPLE_REFUSALS } from './examples.errors';
import { insertExample, readExample } from './examples.repository';

/** Commands on examples to follow. */
@Injectable()
export class ExamplesService implements FeatureCommands, OnModuleInit {
  readonly forms = exampleForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly subjects: SubjectDirectory,
    private readonly surroundings: ExampleSurroundings,
    private readonly changes: ExampleChanges,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the example is not there or out of sight. */
  execute(command: FeatureCommand): Promise<CommandResult> {
    const { instanceId, input } = command;
    if (instanceId === undefined) return this.find(command, input as FindExampleRequest);
    return this.change(command, instanceId);
  }

  private async find(command: FeatureCommand, input: FindExampleRequest): Promise<CommandResult> {
    const { actor, commandId, type } = command;
    const { unitId, kind, subjectId = null } = input;
    const unitPath = await this.units.pathSeenBy(this.reads, actor, unitId);
    if (unitPath === undefined) return refused(EXAMPLE_REFUSALS.unknownUnit);
    if ((kind === 'model') !== (subjectId === null)) return refused(EXAMPLE_REFUSALS.subjectOrModel);
    const subjectKind: SubjectKind | null = kind === 'model' ? null : kind;
    const example = { id: derivedId(type, actor.id, commandId), kind, subjectKind, subjectId, unitId, unitPath };
    const { id: instanceId } = example;
    const permissions = examplePermissions('example.find');
    const request = { ...command, instanceId, kind: 'example', permissions, unitPath, textsOf: textsOwner(example) };
    return this.registers.change(request, async (work) => {
      const reasons = await this.faultsOf(command, example, work);
      if (reasons.length === 0) await insertExample(work.tx, example, input, work.commitments.account ?? '');
      return reasons;
    });
  }

  private async faultsOf(
    { actor, input }: FeatureCommand,
    example: Omit<ExampleRecord, 'state' | 'consent'>,
    { tx, at }: RegisterWork,
  ): Promise<readonly Refusal[]> {
    const { campaignId, foundOn } = input as FindExampleRequest;
    const { unitId, unitPath, subjectKind, subjectId } = example;
    const isOver = await this.units.isDissolved(tx, unitId, at);
    const isErased = await isSubjectErased(tx, example);
    const subject = subjectKind !== null && subjectId !== null && { kind: subjectKind, id: subjectId };
    const isThere = subject === false || (await this.subjects.existsAround(tx, subject, unitPath));
    const isUnknown =
      campaignId !== undefined &&
      !(await this.surroundings.knowsCampaign(tx, actor, campaignId, { id: unitId, path: unitPath }));
    return [
      ...refusalsWhen(
        [isOver, EXAMPLE_REFUSALS.dissolvedUnit],
        [isErased || !isThere, EXAMPLE_REFUSALS.unknownSubject],
        [isUnknown, EXAMPLE_REFUSALS.unknownCampaign],
      ),
      ...ahead(foundOn, localDateOf(at)),
    ];
  }

  private async change(command: FeatureCommand, instanceId: string): Promise<CommandResult> {
    const type = command.type as ExampleCommand;
    const seen = await readExample(this.reads, instanceId);
    if (!seen || !actorCovers(command.actor, seen.unitPath)) throw new NotFoundError('example', instanceId);
    const permissions = examplePermissions(type);
    const owned = { unitPath: seen.unitPath, textsOf: textsOwner(seen) };
    const request = { ...command, instanceId, kind: 'example', permissions, ...owned };
    return this.registers.change(request, async (work) => {
      const isErased = await isSubjectErased(work.tx, seen);
      const example = (await readExample(work.tx, instanceId, 'taken')) ?? seen;
      const faults = mayExample(type, { ...example, isErased });
      if (faults.length > 0) return faults.map((fault) => refusal(EXAMPLE_FAULTS[fault]));
      return this.changes.apply(command, { ...example, isErased }, work);
    });
  }
}
