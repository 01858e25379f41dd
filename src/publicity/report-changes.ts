import { Injectable } from '@nestjs/common';
import { canBeReported } from '../../workflows/indicator';
import { localDateOf, type Refusal } from '../../workflows/kernel';
import { spanFaults } from '../../workflows/publicity';
import { derivedId } from '../platform/ids/derived-id';
import type { FeatureCommand } from '../platform/runner/feature-commands';
import { refusal, refusalsWhen } from '../platform/runner/refusals';
import type { RegisterWork } from '../platform/runner/register-runner';
import type { ReportPieceRequest, WithdrawReportRequest } from './dto/publicity.request';
import { isCountable } from './figure';
import { PieceChanges } from './piece-changes';
import { pieceDeadlines, type PieceRecord, type ReportRecord } from './publicity';
import { PUBLICITY_REFUSALS, SPAN_FAULTS } from './publicity.errors';
import { insertReport, withdrawReport } from './publicity.repository';

/** What reports on the pieces of a plan write, with the deadlines that they settle. */
@Injectable()
export class ReportChanges {
  constructor(private readonly pieces: PieceChanges) {}

  async report(
    { type, actor, commandId, input }: FeatureCommand,
    piece: PieceRecord,
    reports: readonly ReportRecord[],
    { tx, at }: RegisterWork,
  ): Promise<readonly Refusal[]> {
    const { from = null, asOf, value, reference } = input as ReportPieceRequest;
    const isGood = isCountable(value) && (!piece.rule || canBeReported(piece.rule, value));
    const reasons = [
      ...spanFaults(piece, { from, to: asOf }, reports).map((fault) => refusal(SPAN_FAULTS[fault])),
      ...refusalsWhen([!isGood, PUBLICITY_REFUSALS.badValue], [asOf > localDateOf(at), PUBLICITY_REFUSALS.inTheFuture]),
    ];
    if (reasons.length > 0) return reasons;
    const report = { id: derivedId(type, actor.id, commandId), from: from ?? asOf, asOf, value, reference };
    await insertReport(tx, { ...report, pieceId: piece.id });
    const after = [...reports, { ...report, to: asOf }];
    await this.pieces.syncDeadlines(tx, piece, pieceDeadlines(piece, reports), pieceDeadlines(piece, after), at);
    return [];
  }

  async withdraw(
    { input }: FeatureCommand,
    piece: PieceRecord,
    reports: readonly ReportRecord[],
    { tx, at, commitments }: RegisterWork,
  ): Promise<readonly Refusal[]> {
    const { asOf } = input as WithdrawReportRequest;
    const found = reports.find(({ to }) => to === asOf);
    if (!found) return refusalsWhen([true, PUBLICITY_REFUSALS.unknownReport]);
    await withdrawReport(tx, found.id, at, commitments.reason ?? '');
    const after = reports.filter((report) => report !== found);
    await this.pieces.syncDeadlines(tx, piece, pieceDeadlines(piece, reports), pieceDeadlines(piece, after), at);
    return [];
  }
}
