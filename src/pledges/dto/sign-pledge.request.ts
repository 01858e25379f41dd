import { IsUuid } from '../../platform/http/validators';

/** A signature. */
export class SignPledgeRequest {
  @IsUuid({ description: 'The unit whose head signs' })
  readonly unitId: string;
}
