import { Injectable, type OnModuleInit } from '@nestjs/common';
import { noteNameOf, type CaseInput } from '../../../workflows/award';
import { actorCovers } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { BulkRunner } from '../../platform/runner/bulk-runner';
import type { CommandRequest } from '../../platform/runner/command-request';
import { WorkflowRunner } from '../../platform/runner/workflow-runner';
import { readDossier } from '../dossiers/dossiers.repository';
import { AwardCaseWorkflow, WRITTEN_IN_BULK } from './award-case.workflow';
import { caseForms } from './case-forms';
import { readOrigin } from './cases.repository';
import type { AppraiseCaseRequest } from './dto/case-commands.request';

/** What a caller sends of a nomination: the rest follows from the dossier. */
type DraftedCase = Omit<CaseInput, 'campaignId' | 'cycleId' | 'parentCaseId' | 'rootCaseId'>;

/** Commands on cases: builds the request, the runner does the rest. */
@Injectable()
export class CasesService implements FeatureCommands, OnModuleInit {
  readonly forms = caseForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly runner: WorkflowRunner,
    private readonly bulk: BulkRunner,
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
    if (type === 'award.appraise') return this.runner.run(this.workflow, { ...withNotesApart(command), instanceId });
    return this.runner.run(this.workflow, {
      ...command,
      instanceId,
      input: type === 'award.revise' ? await this.withOrigin(instanceId, input as DraftedCase) : input,
    });
  }

  /** Together where nothing but rows is written and nobody has said anything of their own; else one after another. */
  async executeMany(commands: readonly FeatureCommand[]): Promise<readonly CommandResult[]> {
    const requests = commands.flatMap((command) => bulkRequestOf(command) ?? []);
    const isOfMany =
      requests.length === commands.length &&
      requests.length === new Set(requests.map(({ instanceId }) => instanceId)).size;
    if (isOfMany) return this.bulk.runMany(this.workflow, requests);
    const results: CommandResult[] = [];
    for (const command of commands) results.push(await this.execute(command));
    return results;
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

/** The command as one of many; undefined when it must be run alone. */
function bulkRequestOf({ instanceId, texts, ...command }: FeatureCommand): CommandRequest | undefined {
  const hasNotes = (command.input as Partial<AppraiseCaseRequest>).conditions !== undefined;
  const isPlain = Object.keys(texts).length === 0 && command.expectedVersion === undefined && !hasNotes;
  return instanceId !== undefined && isPlain && WRITTEN_IN_BULK.has(command.type)
    ? { ...command, instanceId }
    : undefined;
}

/** Notes on conditions are texts of their own: `note1` belongs to the first condition. The machine puts them together. */
function withNotesApart(command: FeatureCommand): FeatureCommand {
  const { conditions, ...input } = command.input as AppraiseCaseRequest;
  if (conditions === undefined) return command;
  const notes = conditions.flatMap(({ note }, index) =>
    note === undefined ? [] : [[noteNameOf(index), note] as const],
  );
  const named = conditions.map(({ condition, finding }) => ({ condition, finding }));
  return {
    ...command,
    input: { ...input, conditions: named },
    texts: { ...command.texts, ...Object.fromEntries(notes) },
  };
}
