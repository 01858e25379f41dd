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
import type { OpenRequest } from '../../platform/runner/command-request';
import { WorkflowRunner } from '../../platform/runner/workflow-runner';
import type { DossierRecord } from '../dossiers/dossier';
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
    if (instanceId === undefined) return this.draft(command);
    if (type === 'award.appraise') return this.runner.run(this.workflow, { ...withNotesApart(command), instanceId });
    return this.runner.run(this.workflow, {
      ...command,
      instanceId,
      input: type === 'award.revise' ? await this.withOrigin(instanceId, input as DraftedCase) : input,
    });
  }

  /** Together where nobody has said anything of their own and more than one is asked for; else one after another. */
  async executeMany(commands: readonly FeatureCommand[]): Promise<readonly CommandResult[]> {
    const drafts = commands.filter(({ instanceId }) => instanceId === undefined);
    const isOfMany = commands.length > 1 && commands.every(isPlain);
    if (isOfMany && drafts.length === commands.length) {
      return this.bulk.openMany(this.workflow, await this.openings(drafts));
    }
    const requests = commands.flatMap(({ instanceId, ...command }) => (instanceId ? [{ ...command, instanceId }] : []));
    const distinct = new Set(requests.map(({ instanceId }) => instanceId)).size;
    if (isOfMany && distinct === commands.length) return this.bulk.runMany(this.workflow, requests);
    const results: CommandResult[] = [];
    for (const command of commands) results.push(await this.execute(command));
    return results;
  }

  private async draft(command: FeatureCommand): Promise<CommandResult> {
    const [opening] = await this.openings([command]);
    return this.runner.open(this.workflow, opening as OpenRequest);
  }

  /** A case belongs to the unit, the campaign and the cycle of its dossier. */
  private async openings(commands: readonly FeatureCommand[]): Promise<readonly OpenRequest[]> {
    const dossiers = new Map<string, DossierRecord>();
    const openings: OpenRequest[] = [];
    for (const command of commands) {
      const { actor, commandId, type } = command;
      const input = command.input as DraftedCase;
      const dossier = dossiers.get(input.dossierId) ?? (await readDossier(this.reads, input.dossierId));
      if (!dossier || !actorCovers(actor, dossier.unitPath)) throw new NotFoundError('dossier', input.dossierId);
      dossiers.set(input.dossierId, dossier);
      const { campaignId, cycleId, unitId, unitPath } = dossier;
      const instanceId = derivedId(type, actor.id, commandId);
      const unit = { id: unitId, path: unitPath };
      openings.push({ ...command, instanceId, input: { ...input, campaignId, cycleId }, unit });
    }
    return openings;
  }

  private async withOrigin(caseId: string, input: DraftedCase): Promise<object> {
    const origin = await readOrigin(this.reads, caseId);
    if (!origin) throw new NotFoundError('award', caseId);
    return { ...input, ...origin };
  }
}

/** Whether a command can be one of many: nothing in it is a text, or holds for one version only. */
function isPlain({ type, texts, input, expectedVersion }: FeatureCommand): boolean {
  const hasNotes = (input as Partial<AppraiseCaseRequest>).conditions !== undefined;
  const isSilent = Object.keys(texts).length === 0 && !hasNotes;
  return isSilent && expectedVersion === undefined && WRITTEN_IN_BULK.has(type);
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
