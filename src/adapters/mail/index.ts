export { FileMailTransport, type FileMailOptions } from './file-mail-transport';
export { MailTransport, type MailMessage } from './mail-transport.port';
export { MailNotSentError, MailRejectedError } from './mail.errors';
