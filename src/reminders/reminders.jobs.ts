import { Injectable } from '@nestjs/common';
import { DeadlineJob } from '../platform/deadlines/deadline-jobs';
import type { JobContext } from '../platform/queue/job-handler';
import { OnJob } from '../platform/queue/on-job.decorator';
import { SendDigestPayload } from './dto/send-digest.payload';
import { SendMailPayload } from './dto/send-mail.payload';
import { TellOccurrencesPayload } from './dto/tell-occurrences.payload';
import { MailDeliveriesService } from './mail-deliveries.service';
import { ReminderJob } from './reminder-jobs';
import { RemindersService } from './reminders.service';

/** Mail servers are away for hours: about half a day of tries, never more often than every few seconds. */
const MAIL_POLICY = { attempts: 20, backOffMs: 5_000, maxBackOffMs: 3_600_000, concurrency: 2 } as const;

/** The queue's face of reminders. */
@Injectable()
export class RemindersJobs {
  constructor(
    private readonly reminders: RemindersService,
    private readonly mails: MailDeliveriesService,
  ) {}

  @OnJob({ job: DeadlineJob.TellOccurrences, payload: TellOccurrencesPayload })
  async tell({ occurrenceIds }: TellOccurrencesPayload, context: JobContext): Promise<void> {
    await context.once((tx) => this.reminders.tell(tx, occurrenceIds, context.at));
  }

  @OnJob({ job: ReminderJob.SendMail, payload: SendMailPayload, policy: MAIL_POLICY })
  async sendMail({ deliveryId }: SendMailPayload, context: JobContext): Promise<void> {
    await this.mails.send({ deliveryId }, context);
  }

  @OnJob({ job: ReminderJob.SendDigest, payload: SendDigestPayload, policy: MAIL_POLICY })
  async sendDigest({ digestId }: SendDigestPayload, context: JobContext): Promise<void> {
    await this.mails.send({ digestId }, context);
  }
}
