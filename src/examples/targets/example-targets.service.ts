import { Injectable, type OnModuleInit } from '@nestjs/common';
import { actorCovers } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refusalsWhen, refused } from '../../platform/runner/refusals';
import { RegisterRunner } from '../../platform/runner/register-runner';
import { UnitDirectory } from '../../units';
import { ExampleSurroundings } from '../example-surroundings';
import type { SetTargetRequest } from './dto/example-target.request';
import { exampleTargetForms, TARGET_KEEPERS } from './example-target-forms';
import { TARGET_REFUSALS } from './example-targets.errors';
import { dropTarget, insertTarget, readTargetPath } from './example-targets.repository';

/** Commands on targets for examples. */
@Injectable()
export class ExampleTargetsService implements FeatureCommands, OnModuleInit {
  readonly forms = exampleTargetForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly surroundings: ExampleSurroundings,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the target is not there or out of sight. */
  execute(command: FeatureCommand): Promise<CommandResult> {
    const { instanceId, input } = command;
    if (instanceId === undefined) return this.set(command, input as SetTargetRequest);
    return this.drop(command, instanceId);
  }

  private async set(command: FeatureCommand, input: SetTargetRequest): Promise<CommandResult> {
    const { actor, commandId, type } = command;
    const { unitId, campaignId } = input;
    const unitPath = await this.units.pathSeenBy(this.reads, actor, unitId);
    if (unitPath === undefined) return refused(TARGET_REFUSALS.unknownUnit);
    const id = derivedId(type, actor.id, commandId);
    return this.registers.change(requestOn(command, id, unitPath), async ({ tx, at }) => {
      const unit = { id: unitId, path: unitPath };
      const isKnown = campaignId === undefined || (await this.surroundings.knowsCampaign(tx, actor, campaignId, unit));
      const isOver = await this.units.isDissolved(tx, unitId, at);
      await insertTarget(tx, { id, unitPath, at }, input);
      return refusalsWhen([isOver, TARGET_REFUSALS.dissolvedUnit], [!isKnown, TARGET_REFUSALS.unknownCampaign]);
    });
  }

  private async drop(command: FeatureCommand, id: string): Promise<CommandResult> {
    const unitPath = await readTargetPath(this.reads, id);
    if (unitPath === undefined || !actorCovers(command.actor, unitPath)) throw new NotFoundError('exampleTarget', id);
    return this.registers.change(requestOn(command, id, unitPath), async ({ tx, at, commitments }) => {
      const isDropped = await dropTarget(tx, id, at, commitments.reason ?? '');
      return refusalsWhen([!isDropped, TARGET_REFUSALS.dropped]);
    });
  }
}

function requestOn(
  command: FeatureCommand,
  instanceId: string,
  unitPath: string,
): Parameters<RegisterRunner['change']>[0] {
  return { ...command, instanceId, kind: 'exampleTarget', permissions: TARGET_KEEPERS, unitPath };
}
