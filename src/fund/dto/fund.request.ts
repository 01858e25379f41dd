import { FIRST_YEAR, LAST_YEAR, type Dong, type LocalDate } from '../../../workflows/kernel';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import {
  BoundedText,
  IsDongText,
  IsLocalDate,
  IsOneOf,
  IsUuid,
  IsWholeNumber,
  IsYesNo,
} from '../../platform/http/validators';
import { FUND_PURPOSES, FUND_SOURCES, type FundPurpose, type FundSource } from '../fund';

/** Opens the books of a unit's fund for a year. */
export class OpenFundRequest {
  @IsUuid()
  readonly unitId: string;

  @IsWholeNumber(FIRST_YEAR, LAST_YEAR, { example: 2026 })
  readonly year: number;

  @IsYesNo({
    optional: true,
    description: 'Whether to refuse spending beyond the balance. Prizes that were paid are booked all the same.',
  })
  readonly refusesOverdraft?: boolean;
}

class EntryRequest {
  @IsDongText()
  readonly amount: Dong;

  @IsLocalDate()
  readonly bookedOn: LocalDate;

  @BoundedText({ max: 100, description: 'Number of the paper it rests on', example: '12/QĐ-UBND' })
  readonly paper: string;
}

/** Money that comes in. */
export class ReceiveRequest extends EntryRequest {
  @IsOneOf(FUND_SOURCES)
  readonly source: FundSource;
}

/** Money that goes out beside prizes, which are booked when they are paid. */
export class SpendRequest extends EntryRequest {
  @IsOneOf(FUND_PURPOSES)
  readonly purpose: FundPurpose;
}

/** Narrows the list of funds. */
export class FundListQuery extends PageQuery {
  @IsUuid({ optional: true })
  readonly unitId?: string;
}
