import type { LocalDate } from '../../../workflows/kernel';
import { BoundedText, IsLocalDate } from '../../platform/http/validators';

/** A reference to the paper that proves a record. */
export class ProofRequest {
  @BoundedText({ max: 60, description: 'Number and symbol', example: '12/QĐ-UBND' })
  readonly number: string;

  @BoundedText({ max: 200, description: 'The body that issued it, never a person', example: 'UBND phường' })
  readonly issuer: string;

  @IsLocalDate({ example: '2024-12-20' })
  readonly date: LocalDate;
}
