import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant, Label } from '../../workflows/kernel';
import type { RowReader, Tx } from '../platform/persistence';
import type { JobContext } from '../platform/queue/job-handler';
import { OnJob } from '../platform/queue/on-job.decorator';
import { WorkflowEffectPayload } from '../platform/runner/workflow-effect.payload';
import { NoticesService, RecipientDirectory, ReminderSubjects, type RecipientQuery } from '../reminders';

/** Who hears of a launch or a cancellation: heads and officers of the units below the campaign's owner. */
const TOLD: readonly RecipientQuery['recipient'][] = ['unitHead', 'unitOfficer'];

interface CampaignName {
  readonly name: string;
  readonly unitPath: string;
}

/** Tells the units what happens to a campaign, and reminders what it is called. */
@Injectable()
export class CampaignsJobs implements OnModuleInit {
  constructor(
    private readonly notices: NoticesService,
    private readonly recipients: RecipientDirectory,
    private readonly subjects: ReminderSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.register('campaign', async (rows, id) => {
      const campaign = await nameOf(rows, id);
      return campaign && { name: campaign.name, councilId: null };
    });
  }

  @OnJob({ job: 'announce-campaign', payload: WorkflowEffectPayload })
  async announce({ instanceId }: WorkflowEffectPayload, context: JobContext): Promise<void> {
    await context.once((tx) =>
      this.tell(tx, instanceId, context.at, 'campaign.launched', (name) => ({
        vi: `Phong trào “${name}” đã được phát động.`,
        en: `The campaign “${name}” has been launched.`,
      })),
    );
  }

  @OnJob({ job: 'announce-campaign-cancelled', payload: WorkflowEffectPayload })
  async announceCancelled({ instanceId }: WorkflowEffectPayload, context: JobContext): Promise<void> {
    await context.once((tx) =>
      this.tell(tx, instanceId, context.at, 'campaign.cancelled', (name) => ({
        vi: `Phong trào “${name}” đã bị hủy.`,
        en: `The campaign “${name}” has been cancelled.`,
      })),
    );
  }

  private async tell(
    tx: Tx,
    campaignId: string,
    at: Instant,
    kind: string,
    message: (name: string) => Label,
  ): Promise<void> {
    const campaign = await nameOf(tx, campaignId);
    if (!campaign) throw new Error(`There is no campaign ${campaignId} to announce`);
    const { name, unitPath } = campaign;
    const found = new Set<string>();
    for (const recipient of TOLD) {
      const holders = await this.recipients.recipientsFor(tx, { recipient, unitPath, councilId: null }, at);
      for (const { userId } of holders) found.add(userId);
    }
    const announcement = { kind, subjectKind: 'campaign', subjectId: campaignId, unitPath, message: message(name) };
    await this.notices.notify(tx, [...found], announcement, at);
  }
}

async function nameOf(rows: RowReader, id: string): Promise<CampaignName | undefined> {
  const [campaign] = await rows.rows<CampaignName>('SELECT name, unit_path AS "unitPath" FROM campaigns WHERE id = ?', [
    id,
  ]);
  return campaign;
}
