import { AppError } from '../../platform/errors/app-error';

/** The mail certainly went nowhere: the server was away before it was handed over. It may be sent again. */
export class MailNotSentError extends AppError {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super('MAIL.NOT_SENT', message, {}, options);
  }
}

/** The mail will never be taken as it is: the address does not exist, the message is too large. */
export class MailRejectedError extends AppError {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super('MAIL.REJECTED', message, {}, options);
  }
}
