import type { LocalDate } from '../../../../workflows/kernel';
import { BoundedArray, BoundedText, IsLocalDate, IsUuid, uuidRule } from '../../../platform/http/validators';
import { MAX_LISTED } from '../consolidation-states';

/** The whole list in its order; an id that is left out is no longer on it. */
export class ReviseConsolidationRequest {
  @BoundedArray(uuidRule, { min: 1, max: MAX_LISTED, unique: true })
  readonly caseIds: readonly string[];
}

/** Draws up a list of cases out of many dossiers. */
export class DraftConsolidationRequest extends ReviseConsolidationRequest {
  @IsUuid({ description: 'The unit that considers the cases' })
  readonly authorityUnitId: string;

  @IsUuid({ optional: true, description: 'Only cases of this campaign' })
  readonly campaignId?: string;

  @BoundedText({ max: 32, optional: true, description: 'Only cases of this tier', example: 'GK' })
  readonly tier?: string;
}

/** Gives the list its number, its day and the office that signs it. */
export class IssueConsolidationRequest {
  @BoundedText({ max: 60, description: 'Number and symbol', example: '21/DS-HĐTĐKT' })
  readonly number: string;

  @IsLocalDate()
  readonly datedOn: LocalDate;

  @BoundedText({ max: 200, description: 'Office of the signer, never a name', example: 'Thường trực Hội đồng' })
  readonly signerTitle: string;
}

/** Sends the list to a review round. */
export class PutListOnAgendaRequest {
  @IsUuid()
  readonly reviewId: string;
}
