import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailMessage } from './mail-transport.port';

/** The bytes of a mail as RFC 5322 wants them, with Vietnamese headers encoded by RFC 2047. The same message gives the same bytes. */
export function composeMail(from: string, { messageId, to, subject, text, at }: MailMessage): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    to,
    subject,
    text,
    messageId,
    date: new Date(at),
    headers: { 'Auto-Submitted': 'auto-generated' },
    // No mail of ours reads a file or fetches a page, whatever its text says.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
