import type { LocalDate } from '../../../workflows/kernel';
import { BoundedText, IsLocalDate, IsUuid } from '../../platform/http/validators';

/** Input of `unit.move`: the unit goes below another one, with all that lies below it. */
export class MoveUnitRequest {
  @IsUuid({ description: 'The unit that it goes below.' })
  readonly parentId: string;

  @IsLocalDate({ description: 'The first day there: today or a day before.', example: '2024-01-01' })
  readonly on: LocalDate;

  @BoundedText({ max: 200, description: 'Number and symbol of the paper that says so.', example: '1669/NQ-UBTVQH15' })
  readonly document: string;
}
