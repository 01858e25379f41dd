import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canonicalJson } from '../../../workflows/kernel';
import { actorCovers, type Actor } from '../../platform/auth/actor';
import { PERMISSIONS } from '../../platform/auth/permission';
import { derivedId } from '../../platform/ids/derived-id';
import { PrivateTexts, ReadDatabase } from '../../platform/persistence';
import { TerminalError } from '../../platform/queue/job.errors';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refused } from '../../platform/runner/refusals';
import { RegisterRunner } from '../../platform/runner/register-runner';
import { commonPath } from '../../units';
import type { StartBulkRequest } from '../dto/bulk.request';
import type { LongJob, LongJobKind, LongJobStep } from '../long-job';
import { bulkForms } from '../long-job-forms';
import { LongJobKinds } from '../long-job-kinds';
import { LongJobs } from '../long-jobs';
import { readLongJob } from '../long-jobs.repository';
import { BulkSender } from './bulk-sender';
import { BulkTargetsReader } from './bulk-targets';
import { BULK_REFUSALS } from './bulk.errors';
import { insertBulkRows, readBulkRows, writeBulkResults, type BulkRowResult } from './bulk.repository';

const ROWS_AT_ONCE = 200;

/** What the job keeps: the input itself is a private text of its own, since it may hold a reason. */
interface BulkInput {
  readonly type: string;
  /** Commitment of the canonical JSON of the input. */
  readonly input: string;
  readonly hasVersions: boolean;
}

/** Bulk commands that were previewed, as long work. */
@Injectable()
export class BulkJobs implements FeatureCommands, LongJobKind, OnModuleInit {
  readonly forms = bulkForms;
  readonly kind = 'bulk';

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly privateTexts: PrivateTexts,
    private readonly targets: BulkTargetsReader,
    private readonly sender: BulkSender,
    private readonly jobs: LongJobs,
    private readonly kinds: LongJobKinds,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
    this.kinds.register(this);
  }

  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { actor, commandId } = command;
    const { collection: name, token, ...asked } = command.input as StartBulkRequest;
    const id = derivedId('bulk', actor.id, commandId);
    const before = await readLongJob(this.reads, id);
    const { collection, targets, reasons, token: present } = await this.targets.of(actor, name, asked);
    // What was started has changed its rows: the same command gets the answer that it got.
    if (!before && reasons.length > 0) return { outcome: 'refused', reasons };
    if (!before && token !== present) return refused(BULK_REFUSALS.stalePreview);
    const unitPath = before?.unitPath ?? placeOf(actor, targets);
    const texts = { ...command.texts, input: canonicalJson(asked.input ?? {}) };
    const input = { collection: name, type: asked.type, token };
    const request = { ...command, instanceId: id, kind: 'longJob', permissions: PERMISSIONS, unitPath, input, texts };
    return this.registers.change(request, async ({ tx, at, commitments }) => {
      const kept: BulkInput = {
        type: asked.type,
        input: commitments.input ?? '',
        hasVersions: collection.hasVersions,
      };
      const work = { id, kind: this.kind, requestedBy: actor.id, unitPath, total: targets.length, input: kept };
      await this.jobs.request(tx, { ...work, result: `jobs/${id}/rows` }, at);
      await insertBulkRows(tx, id, targets);
      return [];
    });
  }

  async take(job: LongJob, actor: Actor): Promise<LongJobStep> {
    const { type, input: commitment, hasVersions } = job.input as BulkInput;
    const text = (await this.privateTexts.readTexts(this.reads, [commitment])).get(commitment);
    if (typeof text !== 'string') throw new TerminalError('The input of the bulk command was erased');
    const input = JSON.parse(text) as object;
    const after = Number(job.progress ?? 0);
    const rows = await readBulkRows(this.reads, job.id, { after, limit: ROWS_AT_ONCE });
    const results: BulkRowResult[] = [];
    for (const { ordinal, instanceId, seenVersion } of rows) {
      const commandId = derivedId('bulk-row', job.id, String(ordinal));
      const command = { actor, commandId, type, instanceId, input };
      const seen = hasVersions ? { expectedVersion: seenVersion } : {};
      results.push({ ordinal, ...(await this.sender.send({ ...command, ...seen })) });
    }
    const last = rows.at(-1)?.ordinal ?? after;
    const counts: Record<string, number> = {};
    for (const { fate } of results) counts[fate] = (counts[fate] ?? 0) + 1;
    return {
      ...{ next: last >= job.total ? null : String(last), done: rows.length, counts },
      record: (tx) => writeBulkResults(tx, job.id, results),
    };
  }
}

/** The unit whose office sees the work: the lowest one above all things, or that of the first where it lies too high for the actor. */
function placeOf(actor: Actor, targets: readonly { readonly path: string }[]): string {
  const paths = targets.map(({ path }) => path);
  const common = commonPath([...new Set(paths)]);
  return actorCovers(actor, common) ? common : (paths[0] ?? common);
}
