import { Injectable, Logger } from '@nestjs/common';
import { MailNotSentError, MailRejectedError, MailTransport, type MailMessage } from '../adapters/mail';
import type { Instant } from '../../workflows/kernel';
import { afterQuietHours } from '../../workflows/reminder';
import { Failpoints } from '../platform/failpoints/failpoints';
import { Ids } from '../platform/ids/ids.port';
import { addToOutbox, UnitOfWork, type Tx } from '../platform/persistence';
import type { JobContext } from '../platform/queue/job-handler';
import { RetryableError } from '../platform/queue/job.errors';
import { RulebooksService } from '../rulebooks';
import type { DeliveryState } from './delivery';
import { findLetter, holdLetter, moveLetter, sealDigest, type Letter, type LetterId } from './letters.repository';
import { Wishes } from './preferences/wishes';
import { RecipientDirectory } from './recipient-directory.port';
import { ReminderJob } from './reminder-jobs';
import { mailText } from './reminder-text';

/** What became of a mail that was to be sent: it is being sent, it has been dealt with, or it has to wait. */
type Begun =
  | { readonly message: MailMessage }
  | { readonly state: DeliveryState }
  | { readonly waitUntil: Instant; readonly isHeld: boolean };

/**
 * Sends mails one by one. Between the moment a mail is marked as sending and the moment it is marked as sent nobody can
 * know, after a crash, whether the transport took it: such a mail is in doubt, is shown, and is never sent again by itself.
 */
@Injectable()
export class MailDeliveriesService {
  private readonly logger = new Logger(MailDeliveriesService.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: RecipientDirectory,
    private readonly transport: MailTransport,
    private readonly failpoints: Failpoints,
    private readonly rulebooks: RulebooksService,
    private readonly wishes: Wishes,
    private readonly ids: Ids,
  ) {}

  /** Throws RetryableError when the mail certainly went nowhere. */
  async send(letter: LetterId, context: JobContext): Promise<void> {
    const begun = await this.unitOfWork.run((tx) => this.begin(tx, letter, context.at));
    if ('waitUntil' in begun) return this.wait(letter, begun, context);
    if ('state' in begun) return this.settle(letter, begun.state, context);
    this.failpoints.hit('mail.beforeSend');
    try {
      await this.transport.send(begun.message);
    } catch (error) {
      return this.fail(letter, error, context);
    }
    this.failpoints.hit('mail.afterSend');
    // Also out of doubt, and whoever has dealt with the job: another delivery of it may have given up on us meanwhile.
    await this.unitOfWork.run((tx) =>
      moveLetter(tx, letter, ['sending', 'inDoubt'], { state: 'sent', sentAt: context.at }),
    );
  }

  /** Marks a pending mail as sending and answers it; of any other, and of one that has no address, the state it was in. */
  private async begin(tx: Tx, id: LetterId, at: Instant): Promise<Begun> {
    const tooEarly = 'digestId' in id ? await sealDigest(tx, id.digestId, at) : undefined;
    if (tooEarly !== undefined) return { waitUntil: tooEarly, isHeld: false };
    const letter = await findLetter(tx, id, at);
    if (letter?.state !== 'pending') return { state: letter?.state ?? 'failed' };
    const contact = await this.directory.contactOf(tx, letter.userId);
    if (!contact?.email) return { state: 'pending' };
    const wish = (await this.wishes.of(tx, [letter.userId])).get(letter.userId);
    // A mail that could not be sent before comes again at any hour.
    const waitUntil = this.isUrgent(letter) ? at : afterQuietHours(at, wish?.quietHours ?? null);
    if (waitUntil !== at) return { waitUntil, isHeld: true };
    // Another delivery of this job may have read it as pending too: one of the two sends it.
    if (!(await moveLetter(tx, id, ['pending'], { state: 'sending' }))) return { state: 'sending' };
    const lang = wish?.language ?? contact.lang;
    const text = mailText(
      letter.messages.map((message) => message[lang]),
      lang,
      letter.isHeld,
    );
    return { message: { messageId: letter.messageId, to: contact.email, ...text, at } };
  }

  private isUrgent({ kinds }: Letter): boolean {
    return kinds.some((kind) => this.rulebooks.reminder(kind)?.isUrgent ?? false);
  }

  /** Ends this job; another one comes when the mail may leave. */
  private async wait(
    letter: LetterId,
    { waitUntil, isHeld }: { readonly waitUntil: Instant; readonly isHeld: boolean },
    context: JobContext,
  ): Promise<void> {
    await context.once(async (tx) => {
      if (isHeld) await holdLetter(tx, letter, waitUntil);
      await this.ask(tx, letter, waitUntil, context.at);
    });
  }

  /** Asks for another job that sends the mail. */
  private async ask(tx: Tx, letter: LetterId, availableAt: Instant, createdAt: Instant): Promise<void> {
    const job = 'digestId' in letter ? ReminderJob.SendDigest : ReminderJob.SendMail;
    await addToOutbox(tx, [{ id: this.ids.next(), job, payload: letter, availableAt, createdAt }]);
  }

  /** Ends a job that has nothing to send. */
  private async settle(letter: LetterId, state: DeliveryState, context: JobContext): Promise<void> {
    await context.once(async (tx) => {
      if (state === 'pending') await moveLetter(tx, letter, ['pending'], { state: 'failed', problem: 'no address' });
      if (state !== 'sending') return;
      const problem = 'the process ended while the mail was handed over';
      const isInDoubt = await moveLetter(tx, letter, ['sending'], { state: 'inDoubt', problem });
      if (isInDoubt) this.logger.warn(`The mail of ${nameOf(letter)} is in doubt: ${problem}`);
    });
  }

  private async fail(letter: LetterId, error: unknown, context: JobContext): Promise<void> {
    const problem = error instanceof Error ? error.message : String(error);
    if (error instanceof MailNotSentError) {
      await this.unitOfWork.run((tx) => this.takeBack(tx, letter, problem, context.at));
      throw new RetryableError(problem, { cause: error, code: error.code });
    }
    const state = error instanceof MailRejectedError ? 'failed' : 'inDoubt';
    this.logger.warn(`The mail of ${nameOf(letter)} is ${state === 'failed' ? 'refused' : 'in doubt'}: ${problem}`);
    await context.once(async (tx) => {
      await moveLetter(tx, letter, ['sending'], { state, problem });
    });
  }

  /** The mail waits again. Another delivery of the job that called it in doubt meanwhile has ended the job: a new one comes. */
  private async takeBack(tx: Tx, letter: LetterId, problem: string, at: Instant): Promise<void> {
    const waiting = { state: 'pending', problem } as const;
    await moveLetter(tx, letter, ['sending'], waiting);
    const wasInDoubt = await moveLetter(tx, letter, ['inDoubt'], waiting);
    if (wasInDoubt) await this.ask(tx, letter, at, at);
  }
}

function nameOf(letter: LetterId): string {
  return 'digestId' in letter ? `digest ${letter.digestId}` : `delivery ${letter.deliveryId}`;
}
