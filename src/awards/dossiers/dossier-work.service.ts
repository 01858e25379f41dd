import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../../workflows/kernel';
import { derivedId } from '../../platform/ids/derived-id';
import { placeholders, type RowReader } from '../../platform/persistence';
import type { FeatureCommand } from '../../platform/runner/feature-commands';
import { refusalsWhen } from '../../platform/runner/refusals';
import type { RegisterWork } from '../../platform/runner/register-runner';
import type { DossierRecord } from './dossier';
import { DossierCases } from './dossier-cases.service';
import { insertGap, settleGap } from './dossier-gaps.repository';
import { countLines, insertLines } from './dossier-lines.repository';
import { DossierLines } from './dossier-lines.service';
import { DOSSIER_REFUSALS } from './dossiers.errors';
import type {
  AddCasesRequest,
  AssignDossierRequest,
  NoteGapRequest,
  SettleGapRequest,
} from './dto/dossier-work.request';

/** Most names that are ever handed in together for one dossier. */
const MOST_LINES = 5_000;

/** What the commands on a dossier write beside its row: lines, gaps, assignments. */
@Injectable()
export class DossierWork {
  constructor(
    private readonly lines: DossierLines,
    private readonly cases: DossierCases,
  ) {}

  async addCases(
    command: FeatureCommand,
    { id }: DossierRecord,
    { tx, at }: RegisterWork,
  ): Promise<readonly Refusal[]> {
    const { lines } = command.input as AddCasesRequest;
    const reasons = refusalsWhen([
      (await countLines(tx, id)) + lines.length > MOST_LINES,
      DOSSIER_REFUSALS.tooManyLines,
    ]);
    if (reasons.length > 0) return reasons;
    const named = lines.map((nomination, index) => ({
      id: derivedId(command.type, command.actor.id, command.commandId, String(index)),
      nomination,
    }));
    await insertLines(tx, id, named);
    await this.lines.schedule(tx, { dossierId: id, by: command.actor.id }, at);
    return [];
  }

  async assign(
    { input, actor }: FeatureCommand,
    { id }: DossierRecord,
    work: RegisterWork,
  ): Promise<readonly Refusal[]> {
    const { officerId, caseIds } = input as AssignDossierRequest;
    const reasons = await elsewhere(work.tx, id, caseIds ?? []);
    if (reasons.length > 0) return reasons;
    const step = { job: 'assign-cases', dossierId: id, by: actor.id, at: work.at, officerId } as const;
    await this.cases.schedule(work.tx, { ...step, ...(caseIds === undefined ? {} : { caseIds }) });
    return [];
  }

  async noteGap(command: FeatureCommand, { id }: DossierRecord, work: RegisterWork): Promise<readonly Refusal[]> {
    const { caseId } = command.input as NoteGapRequest;
    const { tx, at, commitments } = work;
    const gapId = derivedId(command.type, command.actor.id, command.commandId);
    await insertGap(tx, { id: gapId, dossierId: id, caseId: caseId ?? null, text: commitments.text ?? '', at });
    return elsewhere(tx, id, caseId === undefined ? [] : [caseId]);
  }

  async settleGap(
    { input }: FeatureCommand,
    { id }: DossierRecord,
    { tx, at }: RegisterWork,
  ): Promise<readonly Refusal[]> {
    const isOpen = await settleGap(tx, id, (input as SettleGapRequest).gapId, at);
    return refusalsWhen([!isOpen, DOSSIER_REFUSALS.noSuchGap]);
  }
}

/** Cases that are named must lie in the dossier. */
async function elsewhere(rows: RowReader, dossierId: string, caseIds: readonly string[]): Promise<readonly Refusal[]> {
  if (caseIds.length === 0) return [];
  const [counted] = await rows.rows<{ count: number }>(
    `SELECT COUNT(*) AS count FROM award_cases WHERE dossier_id = ? AND id IN ${placeholders(caseIds.length)}`,
    [dossierId, ...caseIds],
  );
  return refusalsWhen([(counted?.count ?? 0) < caseIds.length, DOSSIER_REFUSALS.caseElsewhere]);
}
