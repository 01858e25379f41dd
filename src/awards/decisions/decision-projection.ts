import type { DecisionContext } from '../../../workflows/decision';
import type { SqlValue } from '../../platform/persistence';

/** The columns that lists read of a decision, from what the decision knows of itself. */
export function projectDecision(context: DecisionContext): Readonly<Record<string, SqlValue>> {
  const { campaignId, authorityUnitId, number, issuedOn, caseCount } = context;
  return {
    campaign_id: campaignId,
    authority_unit_id: authorityUnitId,
    number: number?.number ?? null,
    symbol: number?.symbol ?? null,
    year: number?.year ?? null,
    issued_on: issuedOn,
    case_count: caseCount,
  };
}
