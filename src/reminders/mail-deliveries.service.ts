import { Injectable, Logger } from '@nestjs/common';
import { MailNotSentError, MailRejectedError, MailTransport, type MailMessage } from '../adapters/mail';
import { Failpoints } from '../platform/failpoints/failpoints';
import { UnitOfWork } from '../platform/persistence';
import type { JobContext } from '../platform/queue/job-handler';
import { RetryableError } from '../platform/queue/job.errors';
import type { DeliveryState } from './delivery';
import { RecipientDirectory } from './recipient-directory.port';
import { mailText } from './reminder-text';
import { findMail, moveMail } from './reminders.repository';

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
  ) {}

  /** Throws RetryableError when the mail certainly went nowhere. */
  async send(deliveryId: string, context: JobContext): Promise<void> {
    const begun = await this.begin(deliveryId, context);
    if (typeof begun === 'string') return this.settle(deliveryId, begun, context);
    this.failpoints.hit('mail.beforeSend');
    try {
      await this.transport.send(begun);
    } catch (error) {
      return this.fail(deliveryId, error, context);
    }
    this.failpoints.hit('mail.afterSend');
    // Also out of doubt, and whoever has dealt with the job: another delivery of it may have given up on us meanwhile.
    await this.unitOfWork.run((tx) =>
      moveMail(tx, deliveryId, ['sending', 'inDoubt'], { state: 'sent', sentAt: context.at }),
    );
  }

  /** Marks a pending mail as sending and answers it; of any other, and of one that has no address, the state it was in. */
  private begin(deliveryId: string, { at }: JobContext): Promise<MailMessage | DeliveryState> {
    return this.unitOfWork.run(async (tx) => {
      const mail = await findMail(tx, deliveryId);
      if (mail?.state !== 'pending') return mail?.state ?? 'failed';
      const contact = await this.directory.contactOf(tx, mail.userId);
      if (!contact?.email) return 'pending';
      // Another delivery of this job may have read it as pending too: one of the two sends it.
      if (!(await moveMail(tx, deliveryId, ['pending'], { state: 'sending' }))) return 'sending';
      const text = mailText(contact.lang === 'vi' ? mail.messageVi : mail.messageEn, contact.lang);
      return { messageId: mail.messageId, to: contact.email, ...text, at };
    });
  }

  /** Ends a job that has nothing to send. */
  private async settle(deliveryId: string, state: DeliveryState, context: JobContext): Promise<void> {
    await context.once(async (tx) => {
      if (state === 'pending') await moveMail(tx, deliveryId, ['pending'], { state: 'failed', problem: 'no address' });
      if (state !== 'sending') return;
      const problem = 'the process ended while the mail was handed over';
      const isInDoubt = await moveMail(tx, deliveryId, ['sending'], { state: 'inDoubt', problem });
      if (isInDoubt) this.logger.warn(`The mail of delivery ${deliveryId} is in doubt: ${problem}`);
    });
  }

  private async fail(deliveryId: string, error: unknown, context: JobContext): Promise<void> {
    const problem = error instanceof Error ? error.message : String(error);
    if (error instanceof MailNotSentError) {
      await this.unitOfWork.run((tx) => moveMail(tx, deliveryId, ['sending'], { state: 'pending', problem }));
      throw new RetryableError(problem, { cause: error, code: error.code });
    }
    const state = error instanceof MailRejectedError ? 'failed' : 'inDoubt';
    this.logger.warn(
      `The mail of delivery ${deliveryId} is ${state === 'failed' ? 'refused' : 'in doubt'}: ${problem}`,
    );
    await context.once(async (tx) => {
      await moveMail(tx, deliveryId, ['sending'], { state, problem });
    });
  }
}
