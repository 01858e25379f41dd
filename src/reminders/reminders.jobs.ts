import { Injectable } from '@nestjs/common';
import { DeadlineJob } from '../platform/deadlines/deadline-jobs';
import type { JobContext } from '../platform/queue/job-handler';
import { OnJob } from '../platform/queue/on-job.decorator';
import { SendMailPayload } from './dto/send-mail.payload';
import { TellOccurrencesPayload } from './dto/tell-occurrences.payload';
import { MailDeliveriesService } from './mail-deliveries.service';
import { ReminderJob } from './reminder-jobs';
import { RemindersService } from './reminders.service';

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

  /** Mail servers are away for hours: about half a day of tries, never more often than every few seconds. */
  @OnJob({
    job: ReminderJob.SendMail,
    payload: SendMailPayload,
    policy: { attempts: 20, backOffMs: 5_000, maxBackOffMs: 3_600_000, concurrency: 2 },
  })
  async sendMail({ deliveryId }: SendMailPayload, context: JobContext): Promise<void> {
    await this.mails.send(deliveryId, context);
  }
}
