import { Injectable } from '@nestjs/common';
import type { JobContext } from '../platform/queue/job-handler';
import { OnJob } from '../platform/queue/on-job.decorator';
import { instanceIdsOf } from '../platform/runner/workflow-effects.payload';
import { TallyCampaignPayload } from './dto/tally-campaign.payload';
import { TallyPersonPayload } from './dto/tally-person.payload';
import { TALLY_PERSON } from './merged-people';
import { TalliesService } from './tallies.service';

/** Counts again when something happened that counts. */
@Injectable()
export class TalliesJobs {
  constructor(private readonly tallies: TalliesService) {}

  /** One at a time: changes that come together are counted together. */
  @OnJob({ job: 'tally-campaign', payload: TallyCampaignPayload, policy: { concurrency: 1, timeoutMs: 60_000 } })
  async tally(payload: TallyCampaignPayload, context: JobContext): Promise<void> {
    const { workflow, instanceId, campaignId } = payload;
    if (workflow === 'award') await this.countCases(instanceIdsOf(payload), context);
    else await this.countResults(workflow === 'campaign' ? instanceId : campaignId, context);
  }

  /** Counts a person once who was there as two. */
  @OnJob({ job: TALLY_PERSON, payload: TallyPersonPayload })
  async tallyPerson({ personId }: TallyPersonPayload, context: JobContext): Promise<void> {
    await context.once((tx) => this.tallies.countPerson(tx, personId, context.at));
  }

  private async countCases(caseIds: readonly string[], context: JobContext): Promise<void> {
    const due = await this.tallies.casesDue(caseIds);
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
