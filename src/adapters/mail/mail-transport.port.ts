import type { Instant } from '../../../workflows/kernel';

/** A mail ready to go. */
export interface MailMessage {
  /** `<id@domain>`, the same whenever this mail is sent, so that receivers can tell a repetition. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  readonly at: Instant;
}

/**
 * Hands mail over. What it throws says what is known: MailNotSentError that the mail certainly went nowhere and may be
 * sent again; MailRejectedError that it never will; anything else that nobody knows.
 */
export abstract class MailTransport {
  abstract send(message: MailMessage): Promise<void>;
}
