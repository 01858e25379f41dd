import { IsUuid } from '../../platform/http/validators';

/** Input of `user.revokeToken`. */
export class RevokeTokenRequest {
  @IsUuid()
  readonly tokenId: string;
}
