import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KEEPERS } from '../../platform/auth/permission';
import { actorCovers } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { ReadDatabase } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refusalsWhen, refused } from '../../platform/runner/refusals';
import { RegisterRunner, type RegisterRequest } from '../../platform/runner/register-runner';
import { openedId, RecordDesk } from '../subjects/record-desk';
import { keyOfSubject } from '../subjects/subjects.repository';
import { withdrawRecord } from '../withdrawals.repository';
import type { RecordInitiativeRequest, ReleaseInitiativeRequest } from './dto/initiative.request';
import { initiativeForms } from './initiative-forms';
import { InitiativeUses } from './initiative-uses.service';
import { INITIATIVE_REFUSALS } from './initiatives.errors';
import { insertInitiative, readAuthors, readLiveUses } from './initiatives.repository';

/** Initiatives and research that were recognised, and what they back. */
@Injectable()
export class InitiativesService implements FeatureCommands, OnModuleInit {
  readonly forms = initiativeForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly desk: RecordDesk,
    private readonly uses: InitiativeUses,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the initiative is not there or out of sight. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, instanceId, input } = command;
    if (instanceId === undefined) return this.record(command, input as RecordInitiativeRequest);
    const request = await this.changing(command, instanceId);
    if (type === 'initiative.use') return this.uses.use(command, request, input);
    if (type === 'initiative.release') return this.uses.release(request, input as ReleaseInitiativeRequest);
    return this.withdraw(request);
  }

  private async record(command: FeatureCommand, input: RecordInitiativeRequest): Promise<CommandResult> {
    const authors = input.authors.map(({ subjectKind, subjectId }) => ({ kind: subjectKind, id: subjectId }));
    const isRepeated = new Set(authors.map(keyOfSubject)).size < authors.length;
    const unitPath = isRepeated ? undefined : await this.desk.commonPathOf(command.actor, authors);
    if (unitPath === undefined) return refused(INITIATIVE_REFUSALS.unknownAuthor);
    const id = openedId(command);
    const request = { ...command, instanceId: id, kind: 'initiative', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async ({ tx, commitments }) => {
      await insertInitiative(tx, id, input, commitments.effect ?? '');
      return [];
    });
  }

  /** Whoever keeps the unit that all authors belong to today. */
  private async changing(command: FeatureCommand, instanceId: string): Promise<RegisterRequest> {
    const authors = await readAuthors(this.reads, instanceId);
    const unitPath = authors.length === 0 ? undefined : await this.desk.livingPathOf(authors);
    if (unitPath === undefined || !actorCovers(command.actor, unitPath)) {
      throw new NotFoundError('initiative', instanceId);
    }
    return { ...command, instanceId, kind: 'initiative', permissions: KEEPERS, unitPath };
  }

  private withdraw(request: RegisterRequest): Promise<CommandResult> {
    const { instanceId } = request;
    return this.registers.change(request, async ({ tx, at, commitments }) => {
      const reason = commitments.reason ?? '';
      const isWithdrawn = await withdrawRecord(tx, 'initiatives', instanceId, { at, reason });
      const uses = await readLiveUses(tx, instanceId);
      return refusalsWhen([!isWithdrawn, INITIATIVE_REFUSALS.withdrawn], [uses.length > 0, INITIATIVE_REFUSALS.inUse]);
    });
  }
}
