import { Injectable, type OnModuleInit } from '@nestjs/common';
import { mayApply, mayDiscard } from '../../workflows/import';
import { LongJobs } from '../operations';
import { Clock } from '../platform/clock/clock.port';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase, type Tx } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { refusalsWhen } from '../platform/runner/refusals';
import { RegisterRunner } from '../platform/runner/register-runner';
import type { ApplyImportRequest, CheckImportRequest } from './dto/import.request';
import { askToForget } from './forget-import';
import { ImportChecks } from './import-checks.service';
import { importForms } from './import-forms';
import { ImportKinds } from './import-kinds';
import { isImportSeenBy } from './import-sight';
import { IMPORT_REFUSALS } from './imports.errors';
import { dropUnfinishedRows, eraseRows, readImport, turnImport, type ImportRecord } from './imports.repository';

/** The kind of long work that applies a file. */
export const APPLY_IMPORT = 'import';

/** The job that applies a file: a file is applied once. */
export function jobIdOf(importId: string): string {
  return derivedId('long-job', importId);
}

/** Commands on files. */
@Injectable()
export class ImportsService implements FeatureCommands, OnModuleInit {
  readonly forms = importForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly checks: ImportChecks,
    private readonly kinds: ImportKinds,
    private readonly jobs: LongJobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when there is no such file, or the actor may not know of it. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { actor, type, instanceId } = command;
    if (instanceId === undefined) return this.checks.check(command, command.input as CheckImportRequest);
    const seen = await readImport(this.reads, instanceId);
    if (!seen || !isImportSeenBy(actor, seen)) throw new NotFoundError('import', instanceId);
    const { unitPath } = seen;
    const { permissions } = this.kinds.of(seen.kind);
    const request = { ...command, instanceId, kind: 'import', permissions, unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      const record = await readImport(tx, instanceId, 'taken');
      if (!record) throw new NotFoundError('import', instanceId);
      if (type === 'import.discard') return this.discard(tx, record);
      const reasons = refusalsWhen(
        [!mayApply(record.state), IMPORT_REFUSALS.notOpen],
        [record.requestedBy !== actor.id, IMPORT_REFUSALS.notYours],
      );
      if (reasons.length > 0) return reasons;
      const { similar = 'skip' } = command.input as ApplyImportRequest;
      const id = jobIdOf(record.id);
      await turnImport(tx, record.id, { state: 'applying', jobId: id });
      const work = { id, kind: APPLY_IMPORT, requestedBy: actor.id, unitPath, total: record.rowCount };
      await this.jobs.request(
        tx,
        { ...work, input: { importId: record.id, similar }, result: `imports/${record.id}/rows` },
        at,
      );
      return [];
    });
  }

  /** Erases what a file says, after its time. One that is being applied keeps it until a week later. */
  async forget(tx: Tx, importId: string): Promise<void> {
    // Held before anything is erased: whoever begins to apply it at this moment comes before or after, not between.
    const record = await readImport(tx, importId, 'taken');
    if (!record) return dropUnfinishedRows(tx, importId);
    const isLeft = await this.isLeft(tx, record);
    if (record.state === 'applying' && !isLeft) return askToForget(tx, importId, this.clock.now());
    if (record.state === 'checked' || isLeft) await turnImport(tx, importId, { state: 'discarded' });
    await eraseRows(tx, importId);
  }

  private async discard(tx: Tx, record: ImportRecord): Promise<ReturnType<typeof refusalsWhen>> {
    if (!mayDiscard(record.state) && !(await this.isLeft(tx, record))) {
      return refusalsWhen([true, IMPORT_REFUSALS.applying]);
    }
    await turnImport(tx, record.id, { state: 'discarded' });
    await eraseRows(tx, record.id);
    return [];
  }

  /** What was cancelled, or failed, on the way is not applied any further. */
  private async isLeft(tx: Tx, { state, jobId }: ImportRecord): Promise<boolean> {
    return state === 'applying' && (await this.jobs.isOver(tx, jobId ?? ''));
  }
}
