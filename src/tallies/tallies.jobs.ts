import { Injectable } from '@nestjs/common';
import type { JobContext } from '../platform/queue/job-handler';
import { OnJob } from '../platform/queue/on-job.decorator';
import { TallyCampaignPayload } from './dto/tally-campaign.payload';
import { TalliesService } from './tallies.service';

/** Counts again when something happened that counts. */
@Injectable()
export class TalliesJobs {
  constructor(private readonly tallies: TalliesService) {}

  /** One at a time: changes that come together are counted together. */
  @OnJob({ job: 'tally-campaign', payload: TallyCampaignPayload, policy: { concurrency: 1, timeoutMs: 60_000 } })
  async tally({ workflow, instanceId, version, campaignId }: TallyCampaignPayload, context: JobContext): Promise<void> {
    if (workflow === 'award') await this.countCase(instanceId, version, context);
    else await this.countResults(workflow === 'campaign' ? instanceId : campaignId, context);
  }

  private async countCase(caseId: string, version: number, context: JobContext): Promise<void> {
    const due = await this.tallies.casesDue(caseId, version);
    if (due.length > 0) await context.once((tx) => this.tallies.countCases(tx, due, context.at));
  }

  private async countResults(campaignId: string | null | undefined, context: JobContext): Promise<void> {
    if (campaignId === null || campaignId === undefined) return;
    const fresh = await this.tallies.countResults(campaignId);
    await context.once(async (tx) => {
      if (fresh) await this.tallies.keepResults(tx, campaignId, fresh, context.at);
    });
  }
}
