import { IsUUID } from 'class-validator';

/** Which delivery is to be sent by mail. */
export class SendMailPayload {
  @IsUUID()
  deliveryId: string;
}
