import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CaseInput } from '../../../workflows/award';
import { actorCovers } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { WorkflowRunner } from '../../platform/runner/workflow-runner';
import { readDossier } from '../dossiers/dossiers.repository';
import { AwardCaseWorkflow } from './award-case.workflow';
import { caseForms } from './case-forms';
import { readOrigin } from './cases.repository';

/** What a caller sends of a nomination: the rest follows from the dossier. */
type DraftedCase = Omit<CaseInput, 'campaignId' | 'cycleId'>;

/** Commands on cases: builds the request, the runner does the rest. */
@Injectable()
export class CasesService implements FeatureCommands, OnModuleInit {
  readonly forms = caseForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly runner: WorkflowRunner,
    private readonly workflow: AwardCaseWorkflow,
    private readonly reads: ReadDatabase,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when there is no such case, or no such dossier for a new one. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { instanceId, type, input } = command;
    if (instanceId === undefined) return this.draft(command, input as DraftedCase);
    return this.runner.run(this.workflow, {
      ...command,
      instanceId,
      input: type === 'award.revise' ? await this.withOrigin(instanceId, input as DraftedCase) : input,
    });
  }

  /** A case belongs to the unit, the campaign and the cycle of its dossier. */
  private async draft(command: FeatureCommand, input: DraftedCase): Promise<CommandResult> {
    const { actor, commandId, type } = command;
    const dossier = await readDossier(this.reads, input.dossierId);
    if (!dossier || !actorCovers(actor, dossier.unitPath)) throw new NotFoundError('dossier', input.dossierId);
    const { campaignId, cycleId, unitId, unitPath } = dossier;
    return this.runner.open(this.workflow, {
      ...command,
      instanceId: derivedId(type, actor.id, commandId),
      input: { ...input, campaignId, cycleId },
      unit: { id: unitId, path: unitPath },
    });
  }

  private async withOrigin(caseId: string, input: DraftedCase): Promise<object> {
    const origin = await readOrigin(this.reads, caseId);
    if (!origin) throw new NotFoundError('award', caseId);
    return { ...input, ...origin };
  }
}
