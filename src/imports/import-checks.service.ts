import { Injectable } from '@nestjs/common';
import { addMilliseconds, canonicalJson, MS_PER_DAY } from '../../workflows/kernel';
import type { RowFate } from '../../workflows/import';
import { actorMay } from '../platform/auth/actor';
import { sha256 } from '../platform/crypto/sha256';
import { derivedId } from '../platform/ids/derived-id';
import { addToOutbox, ReadDatabase, UnitOfWork } from '../platform/persistence';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand } from '../platform/runner/feature-commands';
import { refused } from '../platform/runner/refusals';
import { RegisterRunner } from '../platform/runner/register-runner';
import { UnitDirectory } from '../units';
import { DELIMITER_OF, type CheckImportRequest } from './dto/import.request';
import { FORGET_IMPORT } from './import-jobs';
import { ImportJudges } from './import-judge';
import type { ImportKind, ImportPlace } from './import-kind';
import { ImportKinds } from './import-kinds';
import { IMPORT_REFUSALS } from './imports.errors';
import { dropUnfinishedRows, insertImport, insertJudgedRows, readImport } from './imports.repository';
import { FileRefused, readTable } from './read-table';

/** How long what a file says is kept after it was tried out. */
const KEPT_MS = 7 * MS_PER_DAY;

/** What was found in a file. */
interface Findings {
  readonly headings: readonly string[];
  readonly rowCount: number;
  readonly fates: Readonly<Record<RowFate, number>>;
}

/** Tries files out: reads them block by block, says of each row what would become of it, and stores that apart. */
@Injectable()
export class ImportChecks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly kinds: ImportKinds,
    private readonly judges: ImportJudges,
  ) {}

  /** Nothing but the dry run is written. A check that breaks off leaves rows that the next one under its id takes back. */
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
      return await this.finish(command, { kind, place, input });
    } catch (error) {
      if (error instanceof FileRefused) return { outcome: 'refused', reasons: error.reasons };
      throw error;
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
      await insertImport(tx, {
        ...{ id, kind: kind.name, unitPath, requestedBy: command.actor.id, fileName: input.fileName ?? '' },
        ...{ fileHash, state: 'checked', rowCount, fates: canonicalJson(fates) },
        ...{ headings: JSON.stringify(headings), jobId: null, createdAt: at },
      });
      const forget = { id: derivedId(FORGET_IMPORT, id), job: FORGET_IMPORT, payload: { importId: id } };
      await addToOutbox(tx, [{ ...forget, availableAt: addMilliseconds(at, KEPT_MS), createdAt: at }]);
      return [];
    });
  }

  private async judgeAll(kind: ImportKind, place: ImportPlace, input: CheckImportRequest): Promise<Findings> {
    const { importId } = place;
    const delimiter = input.delimiter && DELIMITER_OF[input.delimiter];
    const { headings, blocks } = await readTable(input.content, kind.columns, delimiter);
    const judge = this.judges.open(kind, place, headings);
    await this.unitOfWork.run((tx) => dropUnfinishedRows(tx, importId));
    const fates: Record<RowFate, number> = { add: 0, known: 0, similar: 0, refused: 0 };
    let rowCount = 0;
    for await (const block of blocks) {
      const judged = await judge.judge(block);
      await this.unitOfWork.run((tx) => insertJudgedRows(tx, importId, judged));
      for (const { fate } of judged) fates[fate] += 1;
      rowCount += judged.length;
    }
    return { headings, rowCount, fates };
  }

  /** Where the file may bring in anything; undefined when there is no such place within sight. */
  private async pathFor({ actor }: FeatureCommand, { kind, unitId }: CheckImportRequest): Promise<string | undefined> {
    if (unitId !== undefined) return this.units.pathSeenBy(this.reads, actor, unitId);
    return actor.isSystem && kind === 'units' ? '/' : undefined;
  }
}
