import { Injectable } from '@nestjs/common';
import type { DecisionCommandOf, DecisionContext } from '../../../workflows/decision';
import type { Refusal } from '../../../workflows/kernel';
import type { Tx } from '../../platform/persistence';
import type { WorkflowChange } from '../../platform/runner/feature-workflow';
import { refusalsWhen } from '../../platform/runner/refusals';
import { insertCorrection, layTextWith, reprintName } from './decision-corrections.repository';
import { correctionNumber } from './decision-facts';
import { claimNumber } from './decision-numbers.repository';
import { readPrintedName } from './decision-papers.repository';
import { textsOf } from './decision-printing.service';
import { DECISION_REFUSALS } from './decisions.errors';

/** Keeps corrections of issued decisions: the paper changes, the registers do not. */
@Injectable()
export class DecisionCorrections {
  /** Writes the correction beside the decision; refuses one of a case that the paper does not name. */
  async keep(tx: Tx, { instanceId: decisionId, command, decision }: WorkflowChange): Promise<readonly Refusal[]> {
    const { caseId, field, number, symbol, correctedOn, shouldRead } = (
      command as DecisionCommandOf<'decision.correct'>
    ).input;
    const { authorityUnitId, correctionCount } = decision.snapshot.context as DecisionContext;
    const printed = await readPrintedName(tx, decisionId, caseId);
    if (!printed) return refusalsWhen([true, DECISION_REFUSALS.caseNotListed]);
    await claimNumber(tx, correctionNumber(authorityUnitId, { number, symbol, correctedOn }), decisionId);
    const isName = field === 'subject';
    const formerly = isName ? printed.name : null;
    const line = { decisionId, ordinal: correctionCount, caseId, field };
    await insertCorrection(tx, { ...line, number, symbol, correctedOn, formerly, shouldRead });
    if (isName) await reprintName(tx, decisionId, caseId, shouldRead);
    await layTextWith(tx, shouldRead, textsOf(printed, decisionId));
    return [];
  }
}
