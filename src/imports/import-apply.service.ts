import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isSent, type RowOutcome } from '../../workflows/import';
import type { Actor } from '../platform/auth/actor';
import { NotFoundError } from '../platform/errors/platform.errors';
import { InvalidRequestError } from '../platform/http/problems/http.errors';
import { ReadDatabase } from '../platform/persistence';
import { TerminalError } from '../platform/queue/job.errors';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import { LongJobKinds, type LongJob, type LongJobKind, type LongJobStep, type RowReason } from '../operations';
import type { SIMILAR } from './dto/import.request';
import { commandIdOf, type ImportKind } from './import-kind';
import { ImportKinds } from './import-kinds';
import { ROW_FAILURES } from './row-failures';
import { APPLY_IMPORT } from './imports.service';
import {
  finishApplying,
  readImport,
  readRowsToApply,
  writeResults,
  type RowResult,
  type RowToApply,
} from './imports.repository';

/** Rows of one step: a second or two of work. */
const ROWS_AT_ONCE = 200;

/** Applies a file row by row, by the commands that anybody uses, as whoever asked for it. */
@Injectable()
export class ImportApply implements LongJobKind, OnModuleInit {
  readonly kind = APPLY_IMPORT;

  constructor(
    private readonly reads: ReadDatabase,
    private readonly dispatcher: CommandDispatcher,
    private readonly jobs: LongJobKinds,
    private readonly kinds: ImportKinds,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  async take(job: LongJob, actor: Actor): Promise<LongJobStep> {
    const { importId, similar } = job.input as { importId: string; similar: (typeof SIMILAR)[number] };
    const record = await readImport(this.reads, importId);
    if (!record) throw new NotFoundError('import', importId);
    // Discarded after a failure, and then resumed: what it said is erased.
    if (record.state !== 'applying') throw new TerminalError('The file is not being applied');
    const kind = this.kinds.of(record.kind);
    const after = Number(job.progress ?? 0);
    const rows = await readRowsToApply(this.reads, importId, { after, limit: ROWS_AT_ONCE });
    const results: RowResult[] = [];
    for (const row of rows) results.push(await this.apply(row, { kind, importId, similar, actor }));
    const last = rows.at(-1)?.ordinal ?? after;
    const isLast = last >= record.rowCount;
    return {
      ...{ next: isLast ? null : String(last), done: rows.length, counts: countsOf(results) },
      record: async (tx) => {
        await writeResults(tx, importId, results);
        if (isLast) await finishApplying(tx, importId);
      },
    };
  }

  private async apply(
    row: RowToApply,
    file: { kind: ImportKind; importId: string; similar: (typeof SIMILAR)[number]; actor: Actor },
  ): Promise<RowResult> {
    const { ordinal, fate, subjectIds, reasons, input } = row;
    if (!isSent(fate, file.similar)) {
      return { ordinal, outcome: fate === 'refused' ? 'refused' : 'skipped', subjectIds, reasons };
    }
    if (input === null)
      return { ordinal, outcome: 'refused', subjectIds, reasons: JSON.stringify([ROW_FAILURES.gone]) };
    const isAnother = fate === 'similar' && ['people', 'households'].includes(file.kind.name);
    const result = await this.send(file, row, {
      ...(JSON.parse(input) as object),
      ...(isAnother ? { isAnother: true } : {}),
    });
    if (typeof result === 'string') {
      return { ordinal, outcome: 'added', subjectIds: JSON.stringify([result]), reasons };
    }
    return { ordinal, outcome: 'refused', subjectIds, reasons: JSON.stringify(result) };
  }

  /** The id of what was added, or why nothing was. */
  private async send(
    { kind, importId, actor }: { kind: ImportKind; importId: string; actor: Actor },
    { ordinal, commandType, instanceId }: RowToApply,
    input: object,
  ): Promise<string | readonly RowReason[]> {
    const command = { actor, commandId: commandIdOf(importId, ordinal), type: commandType ?? kind.type, input };
    try {
      return reasonsOf(await this.dispatcher.dispatch(instanceId === null ? command : { ...command, instanceId }));
    } catch (error) {
      // The register has changed since the file was tried out: that is one row's fate and stops nothing.
      if (error instanceof NotFoundError) return [ROW_FAILURES.gone];
      if (error instanceof InvalidRequestError) return [ROW_FAILURES.invalid];
      throw error;
    }
  }
}

function reasonsOf(result: CommandResult): string | readonly RowReason[] {
  if (result.outcome === 'accepted') return result.id;
  if (result.outcome === 'refused') return result.reasons.map(({ code, message }) => ({ code, message }));
  return [ROW_FAILURES.forbidden];
}

function countsOf(
  results: readonly RowResult[],
): Readonly<Partial<Record<RowOutcome, number>>> & Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
