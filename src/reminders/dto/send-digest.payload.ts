import { IsUUID } from 'class-validator';

/** Which digest is to be sent by mail. */
export class SendDigestPayload {
  @IsUUID()
  digestId: string;
}
