import type { Dong, LocalDate } from '../../../../workflows/kernel';
import { PageQuery } from '../../../platform/http/pages/page-query.request';
import { IsDongText, IsLocalDate, IsUuid } from '../../../platform/http/validators';

/** The artefact came back. */
export class ReturnArtefactRequest {
  @IsLocalDate()
  readonly returnedOn: LocalDate;
}

/** Money came back, all of it or a part. */
export class RecoverMoneyRequest {
  @IsLocalDate()
  readonly recoveredOn: LocalDate;

  @IsDongText({ description: 'Of this day, not in all' })
  readonly amount: Dong;
}

/** Narrows the list of recoveries. */
export class RecoveryListQuery extends PageQuery {
  @IsUuid({ optional: true })
  readonly caseId?: string;
}
