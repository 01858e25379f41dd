import { Injectable } from '@nestjs/common';
import { canBeReported, measureFaults } from '../../workflows/indicator';
import { type Instant, type LocalDate, type Refusal } from '../../workflows/kernel';
import { termFaults } from '../../workflows/publicity';
import { CampaignDirectory } from '../campaigns';
import { DeadlineStore } from '../platform/deadlines/deadline-store';
import { derivedId } from '../platform/ids/derived-id';
import type { Tx } from '../platform/persistence';
import type { FeatureCommand } from '../platform/runner/feature-commands';
import { refusal, refusalsWhen } from '../platform/runner/refusals';
import type { RegisterWork } from '../platform/runner/register-runner';
import { UnitDirectory } from '../units';
import type { AddPieceRequest, ExtendPieceRequest } from './dto/publicity.request';
import { isCountable, ruleOf, type Figure } from './figure';
import { isCampaignOver, pieceDeadlines, type PieceRecord, type PlanRecord, type ReportRecord } from './publicity';
import { PUBLICITY_REFUSALS, TERM_FAULTS } from './publicity.errors';
import { countPieces, dropPiece, insertPiece, movePiece } from './publicity.repository';

/** Pieces of one plan. */
const MOST_PIECES = 500;

/** What commands on the pieces of a plan write, with the deadlines that remind of what is owed. */
@Injectable()
export class PieceChanges {
  constructor(
    private readonly units: UnitDirectory,
    private readonly campaigns: CampaignDirectory,
    private readonly deadlines: DeadlineStore,
  ) {}

  /** Whether a campaign is over; it stays as it is until the transaction ends. */
  async isOver(tx: Tx, campaignId: string): Promise<boolean> {
    await this.campaigns.hold(tx, campaignId);
    return isCampaignOver(await this.campaigns.contextOf(tx, campaignId));
  }

  async add({ input }: FeatureCommand, plan: PlanRecord, { tx, at }: RegisterWork): Promise<readonly Refusal[]> {
    const wanted = input as AddPieceRequest;
    const { code, chargedUnitId, chargedBody, cadence, startsOn = null, dueOn, figure } = wanted;
    const chargedPath = await this.chargedPath(tx, plan, chargedUnitId, at);
    const reasons = [
      ...refusalsWhen(
        [await this.isOver(tx, plan.campaignId), PUBLICITY_REFUSALS.campaignOver],
        [(chargedUnitId === undefined) === (chargedBody === undefined), PUBLICITY_REFUSALS.oneCharged],
        [chargedPath === undefined, PUBLICITY_REFUSALS.unknownUnit],
        [(await countPieces(tx, plan.id)) >= MOST_PIECES, PUBLICITY_REFUSALS.tooManyPieces],
        [figure !== undefined && !fits(figure, wanted), PUBLICITY_REFUSALS.badFigure],
      ),
      ...termFaults({ cadence, startsOn, dueOn }).map((fault) => refusal(TERM_FAULTS[fault])),
    ];
    if (reasons.length > 0 || chargedPath === undefined) return reasons;
    const id = derivedId('publicity piece', plan.id, code);
    const isNew = await insertPiece(tx, { id, planId: plan.id, chargedPath }, wanted);
    if (!isNew) return refusalsWhen([true, PUBLICITY_REFUSALS.codeTaken]);
    const isOutside = chargedUnitId === undefined;
    const piece = { id, unitId: chargedUnitId ?? plan.unitId, chargedPath, isOutside, cadence, startsOn, dueOn };
    await this.syncDeadlines(tx, piece, [], pieceDeadlines(piece, []), at);
    return [];
  }

  async extend(
    { input }: FeatureCommand,
    { campaignId }: PlanRecord,
    piece: PieceRecord,
    reports: readonly ReportRecord[],
    { tx, at }: RegisterWork,
  ): Promise<readonly Refusal[]> {
    const { dueOn } = input as ExtendPieceRequest;
    const moved = { ...piece, dueOn };
    const isReportedBeyond = piece.cadence !== 'once' && reports.some(({ to }) => to > dueOn);
    const reasons = [
      ...refusalsWhen([await this.isOver(tx, campaignId), PUBLICITY_REFUSALS.campaignOver]),
      ...termFaults(moved).map((fault) => refusal(TERM_FAULTS[fault])),
      ...refusalsWhen([isReportedBeyond, PUBLICITY_REFUSALS.reportedBeyond]),
    ];
    if (reasons.length > 0) return reasons;
    await movePiece(tx, piece.id, dueOn);
    await this.syncDeadlines(tx, piece, pieceDeadlines(piece, reports), pieceDeadlines(moved, reports), at);
    return [];
  }

  async drop(
    piece: PieceRecord,
    reports: readonly ReportRecord[],
    { tx, at, commitments }: RegisterWork,
  ): Promise<readonly Refusal[]> {
    await dropPiece(tx, piece.id, at, commitments.reason ?? '');
    await this.syncDeadlines(tx, piece, pieceDeadlines(piece, reports), [], at);
    return [];
  }

  /** Arms and drops what reminds of reports that are owed: it is the affair of whoever is in charge. */
  async syncDeadlines(
    tx: Tx,
    { id, unitId, chargedPath }: Pick<PieceRecord, 'id' | 'unitId' | 'chargedPath'>,
    before: ReturnType<typeof pieceDeadlines>,
    after: ReturnType<typeof pieceDeadlines>,
    at: Instant,
  ): Promise<void> {
    const stream = { kind: 'publicityPiece', id, unitId, unitPath: chargedPath };
    await this.deadlines.sync(tx, stream, before, after, at);
  }

  /** Undefined for a unit that neither belongs to the campaign's nor takes part, or that has ended. */
  private async chargedPath(
    tx: Tx,
    { campaignId, unitPath }: PlanRecord,
    unitId: string | undefined,
    at: Instant,
  ): Promise<string | undefined> {
    if (unitId === undefined) return unitPath;
    const path = await this.units.pathOf(tx, unitId);
    if (path === undefined || (await this.units.isDissolved(tx, unitId, at))) return undefined;
    if (await this.units.liesWithin(tx, path, unitPath)) return path;
    const asked = { campaignId, unitIds: [unitId], lock: false, counts: {} };
    const standing = await this.campaigns.standingOf(tx, asked);
    return (standing?.partaking ?? 0) > 0 ? path : undefined;
  }
}

/** Of what is published by day or month a k of n says nothing. */
function fits(figure: Figure, { cadence, dueOn }: { readonly cadence: string; readonly dueOn: LocalDate }): boolean {
  const rule = ruleOf(figure);
  const isOfOnce = figure.direction !== 'kOfN' || cadence === 'once';
  const isRule = measureFaults({ ...rule, asOf: dueOn }).length === 0 && canBeReported(rule, figure.value);
  return isCountable(figure.value) && isOfOnce && isRule && (figure.direction === 'kOfN' || figure.outOf === undefined);
}
