import { Injectable } from '@nestjs/common';
import type { JobContext } from '../platform/queue/job-handler';
import { OnJob } from '../platform/queue/on-job.decorator';
import { BookPaymentPayload, BookRecoveryPayload } from './dto/booking.payload';
import { paymentEntryId } from './fund';
import { FundBookings } from './fund-bookings.service';

/** Brings what happened to awards into the books. */
@Injectable()
export class FundJobs {
  constructor(private readonly bookings: FundBookings) {}

  @OnJob({ job: 'book-payment', payload: BookPaymentPayload })
  async bookPayment({ instanceId: caseId, decisionId, paidOn, amount }: BookPaymentPayload): Promise<void> {
    if (decisionId === null) return;
    const entryId = paymentEntryId(caseId);
    await this.bookings.book({ type: 'fund.bookPayment', entryId, caseId, amount, bookedOn: paidOn });
  }

  @OnJob({ job: 'book-recovery', payload: BookRecoveryPayload })
  async bookRecovery({ caseId, amount, recoveredOn }: BookRecoveryPayload, context: JobContext): Promise<void> {
    // A case may be recovered in parts: each has its own message, whose id is the same in every delivery.
    const entryId = context.messageId;
    await this.bookings.book({ type: 'fund.bookRecovery', entryId, caseId, amount, bookedOn: recoveredOn });
  }
}
