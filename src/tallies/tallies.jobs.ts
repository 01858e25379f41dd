import { Injectable } from '@nestjs/common';
import type { JobContext } from '../platform/queue/job-handler';
import { OnJob } from '../platform/queue/on-job.decorator';
import { TallyCampaignPayload } from './dto/tally-campaign.payload';
import { TalliesService } from './tallies.service';

/** Counts again when something happened that counts. */
@Injectable()
export class TalliesJobs {
  constructor(private readonly tallies: TalliesService) {}

  /** One at a time: several changes of one campaign are then counted together. */
  @OnJob({ job: 'tally-campaign', payload: TallyCampaignPayload, policy: { concurrency: 1, timeoutMs: 60_000 } })
  async tally({ workflow, instanceId, campaignId }: TallyCampaignPayload, context: JobContext): Promise<void> {
    const counted = workflow === 'campaign' ? instanceId : (campaignId ?? null);
    const fresh = await this.tallies.count(counted);
    await context.once(async (tx) => {
      if (fresh) await this.tallies.keep(tx, counted, fresh, context.at);
    });
  }
}
