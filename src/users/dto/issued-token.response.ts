import { ApiProperty } from '@nestjs/swagger';
import { CommandResponse } from '../../platform/http/commands/command-response';

/** The answer to asking for a token. */
export class IssuedTokenResponse extends CommandResponse {
  @ApiProperty({ format: 'uuid', description: 'Revoke the token by this id.' })
  readonly tokenId: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Shown this once. Null when the request was sent again: revoke that token and ask for another one.',
  })
  readonly token: string | null;
}
