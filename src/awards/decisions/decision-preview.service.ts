import { Injectable } from '@nestjs/common';
import { localDateOf } from '../../../workflows/kernel';
import { coveredBy, type Scope } from '../../platform/auth/scope';
import { Clock } from '../../platform/clock/clock.port';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf } from '../../platform/http/pages/conditions';
import { ReadDatabase } from '../../platform/persistence';
import { CasePreview } from '../presentations/case-preview.service';
import { amountDue } from './prize-printed';
import { DecisionPrinting } from './decision-printing.service';
import type { DecisionPreviewResponse } from './dto/decision-document.response';

const MOST_SHOWN = 200;

/** Says before a decision is issued which of its cases could not follow it, and why. */
@Injectable()
export class DecisionPreviews {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly printing: DecisionPrinting,
    private readonly preview: CasePreview,
  ) {}

  /** What issuing today would come to. Throws NotFoundError, also when the decision is out of scope. */
  async of(scope: Scope, decisionId: string): Promise<DecisionPreviewResponse> {
    const condition = allOf([{ sql: 'id = ?', params: [decisionId] }, coveredBy(scope, 'unit_path')]);
    const found = await this.reads.rows(`SELECT id FROM decisions WHERE ${condition.sql}`, condition.params);
    if (found.length === 0) throw new NotFoundError('decision', decisionId);
    const decidedOn = localDateOf(this.clock.now());
    const lines = await this.printing.linesOn(this.reads, decisionId, decidedOn);
    const refusals = await this.preview.refusalsOf(
      lines.map(({ caseId, prize }) => ({
        caseId,
        type: 'award.decide',
        input: { decisionId, decidedOn, amount: amountDue(prize) },
      })),
    );
    const conflicts = lines.flatMap(({ caseId }) => {
      const reasons = refusals.get(caseId);
      return reasons ? [{ caseId, reasons }] : [];
    });
    return { caseCount: lines.length, conflictCount: conflicts.length, conflicts: conflicts.slice(0, MOST_SHOWN) };
  }
}
