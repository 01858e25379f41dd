import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../../workflows/kernel';
import type { RowFate } from '../../workflows/import';
import { actorMay } from '../platform/auth/actor';
import { sha256 } from '../platform/crypto/sha256';
import { derivedId } from '../platform/ids/derived-id';
import { Clock } from '../platform/clock/clock.port';
import { ConcurrencyError } from '../platform/errors/platform.errors';
import { ReadDatabase, UnitOfWork } from '../platform/persistence';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand } from '../platform/runner/feature-commands';
import { refused } from '../platform/runner/refusals';
import { RegisterRunner } from '../platform/runner/register-runner';
import { UnitDirectory } from '../units';
import { DELIMITER_OF, type CheckImportRequest } from './dto/import.request';
import { askToForget } from './forget-import';
import { ImportJudges, type Judge } from './import-judge';
import type { ImportKind, ImportPlace } from './import-kind';
import { ImportKinds } from './import-kinds';
import { IMPORT_REFUSALS } from './imports.errors';
import { countRows, dropUnfinishedRows, insertImport, insertJudgedRows, readImport } from './imports.repository';
import { FileRefused, readTable, type ReadRow } from './read-table';

/** What was found in a file. */
interface Findings {
  readonly headings: readonly string[];
  readonly rowCount: number;
  readonly fates: Readonly<Record<RowFate, number>>;
}

/** Tries files out: reads them block by block, says of each row what would become of it, and stores that apart. */
@Injectable()
export class ImportChecks {
  /** The checks under way, by their ids: who sends one again before it is answered waits for it. */
  private readonly underWay = new Map<string, Promise<CommandResult>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly kinds: ImportKinds,
    private readonly judges: ImportJudges,
    private readonly clock: Clock,
  ) {}

  /**
   * Nothing but the dry run is written. Of a check that breaks off, or whose process dies, nothing is left: it takes its
   * rows back itself, or they are forgotten in their time.
   */
  async check(command: FeatureCommand, input: CheckImportRequest): Promise<CommandResult> {
    const { actor, commandId } = command;
    const kind = this.kinds.of(input.kind);
    const unitPath = await this.pathFor(command, input);
    if (unitPath === undefined) return refused(IMPORT_REFUSALS.unknownUnit);
    if (!actorMay(actor, kind.permissions, unitPath)) return { outcome: 'forbidden', permissions: kind.permissions };
    if (input.kind === 'cases' && input.dossierId === undefined) return refused(IMPORT_REFUSALS.dossierNeeded);
    const importId = derivedId('import', actor.id, commandId);
    const place = { importId, actor, unitId: input.unitId, unitPath, dossierId: input.dossierId };
    try {
      return await this.oneByOne(importId, () => this.finish(command, { kind, place, input }));
    } catch (error) {
      if (error instanceof FileRefused) return { outcome: 'refused', reasons: error.reasons };
      throw error;
    }
  }

  private async oneByOne(id: string, work: () => Promise<CommandResult>): Promise<CommandResult> {
    for (let before = this.underWay.get(id); before; before = this.underWay.get(id)) await Promise.allSettled([before]);
    const own = work();
    this.underWay.set(id, own);
    try {
      return await own;
    } finally {
      this.underWay.delete(id);
    }
  }

  private async finish(
    command: FeatureCommand,
    { kind, place, input }: { kind: ImportKind; place: ImportPlace; input: CheckImportRequest },
  ): Promise<CommandResult> {
    const { content, ...said } = input;
    const fileHash = sha256(content);
    const isRepeat = (await readImport(this.reads, place.importId)) !== undefined;
    const findings = isRepeat ? undefined : await this.judgeAll(kind, place, input);
    const { importId: id, unitPath } = place;
    const request = { ...command, instanceId: id, kind: 'import', permissions: kind.permissions, unitPath };
    return this.registers.change({ ...request, input: { ...said, fileHash } }, async ({ tx, at }) => {
      if (!findings) throw new Error('The answer of a check that was finished is kept with it');
      const { headings, rowCount, fates } = findings;
      // Another process has begun the same check meanwhile, and taken back what this one wrote.
      if ((await countRows(tx, id)) !== rowCount) throw new ConcurrencyError('import');
      await insertImport(tx, {
        ...{ id, kind: kind.name, unitPath, requestedBy: command.actor.id, fileName: input.fileName ?? '' },
        ...{ fileHash, state: 'checked', rowCount, fates: canonicalJson(fates) },
        ...{ headings: JSON.stringify(headings), jobId: null, createdAt: at },
      });
      return [];
    });
  }

  private async judgeAll(kind: ImportKind, place: ImportPlace, input: CheckImportRequest): Promise<Findings> {
    const { importId } = place;
    const delimiter = input.delimiter && DELIMITER_OF[input.delimiter];
    const { headings, blocks } = await readTable(input.content, kind.columns, delimiter);
    const judge = this.judges.open(kind, place, headings);
    await this.unitOfWork.run(async (tx) => {
      await dropUnfinishedRows(tx, importId);
      await askToForget(tx, importId, this.clock.now());
    });
    try {
      return { headings, ...(await this.judgeBlocks(judge, blocks, importId)) };
    } catch (error) {
      await this.unitOfWork.run((tx) => dropUnfinishedRows(tx, importId));
      throw error;
    }
  }

  private async judgeBlocks(
    judge: Judge,
    blocks: AsyncIterable<readonly ReadRow[]>,
    importId: string,
  ): Promise<Omit<Findings, 'headings'>> {
    const fates: Record<RowFate, number> = { add: 0, known: 0, similar: 0, refused: 0 };
    let rowCount = 0;
    for await (const block of blocks) {
      const judged = await judge.judge(block);
      await this.unitOfWork.run((tx) => insertJudgedRows(tx, importId, judged));
      for (const { fate } of judged) fates[fate] += 1;
      rowCount += judged.length;
    }
    return { rowCount, fates };
  }

  /** Where the file may bring in anything; undefined when there is no such place within sight. */
  private async pathFor({ actor }: FeatureCommand, { kind, unitId }: CheckImportRequest): Promise<string | undefined> {
    if (unitId !== undefined) return this.units.pathSeenBy(this.reads, actor, unitId);
    return actor.isSystem && kind === 'units' ? '/' : undefined;
  }
}
