import { BoundedText, IsOneOf, IsUuid } from '../../platform/http/validators/fields.decorator';
import { COUNCIL_KINDS, type CouncilKind } from '../council';

/** Input of `council.found`. */
export class FoundCouncilRequest {
  @BoundedText({ max: 50, description: 'Unique among all councils.', example: 'HDTDKT-LC' })
  readonly code: string;

  @BoundedText({ max: 300, example: 'Hội đồng Thi đua – Khen thưởng quận Lê Chân' })
  readonly name: string;

  @IsOneOf(COUNCIL_KINDS, { example: 'fullCouncil' })
  readonly kind: CouncilKind;

  @IsUuid({ description: 'The unit that the council belongs to.' })
  readonly unitId: string;

  @IsUuid({ optional: true, description: 'The full council that a standing committee is part of.' })
  readonly partOfId?: string;
}
