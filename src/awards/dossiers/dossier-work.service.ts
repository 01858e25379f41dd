import { Injectable } from '@nestjs/common';
import { addDays, localDateOf, type Instant, type LocalDate, type Refusal } from '../../../workflows/kernel';
import { DeadlineStore } from '../../platform/deadlines/deadline-store';
import { derivedId } from '../../platform/ids/derived-id';
import { placeholders, type RowReader, type Tx } from '../../platform/persistence';
import type { FeatureCommand } from '../../platform/runner/feature-commands';
import { refusalsWhen } from '../../platform/runner/refusals';
import type { RegisterWork } from '../../platform/runner/register-runner';
import { TierRules } from '../cases/tier-rules';
import type { DossierRecord } from './dossier';
import { DossierCases } from './dossier-cases.service';
import { insertGap, settleGap } from './dossier-gaps.repository';
import { countLines, insertLines } from './dossier-lines.repository';
import { DossierLines } from './dossier-lines.service';
import { DOSSIER_REFUSALS } from './dossiers.errors';
import { readAuthorityPath, readTiers } from './dossiers.repository';
import type {
  AddCasesRequest,
  AssignDossierRequest,
  MarkCompleteRequest,
  NoteGapRequest,
  SettleGapRequest,
} from './dto/dossier-work.request';

/** Most names that are ever handed in together for one dossier. */
const MOST_LINES = 5_000;

/** What the commands on a dossier write beside its row: lines, gaps, assignments, the last day of the appraisal. */
@Injectable()
export class DossierWork {
  constructor(
    private readonly tiers: TierRules,
    private readonly lines: DossierLines,
    private readonly cases: DossierCases,
    private readonly deadlines: DeadlineStore,
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

  /** The last day that was named or, by the rulebook, the nearest among the tiers of the dossier; null where it has none. */
  async appraisalDueOn(input: object, dossier: DossierRecord, { tx, at }: RegisterWork): Promise<LocalDate | null> {
    const { appraisalDueOn } = input as MarkCompleteRequest;
    if (appraisalDueOn !== undefined) return appraisalDueOn;
    const today = localDateOf(at);
    const days = (await readTiers(tx, dossier.id)).flatMap(
      (tier) => this.tiers.processingDaysOf(tier, today, dossier.authorityLevel) ?? [],
    );
    return days.length === 0 ? null : addDays(today, Math.min(...days));
  }

  /** Arms, moves or drops the deadline of the appraisal: it is the receiving unit's. */
  async syncDeadline(tx: Tx, before: DossierRecord, dueOn: LocalDate | null, at: Instant): Promise<void> {
    const { id, authorityUnitId: unitId } = before;
    const specs = (day: LocalDate | null): Parameters<DeadlineStore['sync']>[2] =>
      day === null ? [] : [{ key: 'appraisalDue', kind: 'dossier.appraisalDue', dueOn: day }];
    if (before.appraisalDueOn === dueOn) return;
    const stream = { kind: 'dossier', id, unitId, unitPath: await readAuthorityPath(tx, id) };
    await this.deadlines.sync(tx, stream, specs(before.appraisalDueOn), specs(dueOn), at);
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
