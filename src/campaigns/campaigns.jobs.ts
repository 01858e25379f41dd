import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant, Label } from '../../workflows/kernel';
import type { RowReader, Tx } from '../platform/persistence';
import type { JobContext } from '../platform/queue/job-handler';
import { OnJob } from '../platform/queue/on-job.decorator';
import { WorkflowEffectPayload } from '../platform/runner/workflow-effect.payload';
import { NoticesService, RecipientDirectory, ReminderSubjects } from '../reminders';
import { partakersOf } from './partakers';

/** Who hears of a launch or a cancellation: heads and officers of the units below the campaign's owner and of its plan. */
const TOLD = ['unitHead', 'unitOfficer'] as const;

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
    const { name, unitPath: ownPath } = campaign;
    const about = { kind, subjectKind: 'campaign', subjectId: campaignId, message: message(name) };
    for (const [unitPath, userIds] of await this.holdersByPlace(tx, campaignId, ownPath, at))
      await this.notices.notify(tx, userIds, { ...about, unitPath }, at);
  }

  /** Users by the path that the notice is seen from: a plan may name units of another tree, who see it from their own. */
  private async holdersByPlace(
    tx: Tx,
    campaignId: string,
    unitPath: string,
    at: Instant,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const seenFrom = new Map<string, string>();
    for (const recipient of TOLD) {
      const below = await this.recipients.recipientsFor(tx, { recipient, unitPath, councilId: null }, at);
      for (const { userId } of below) seenFrom.set(userId, unitPath);
    }
    const unitIds = await partakersOf(tx, campaignId);
    for (const recipient of TOLD) {
      const ofPlan = await this.recipients.recipientsOfUnits(tx, { recipient, unitIds }, at);
      for (const { userId, seatPath } of ofPlan) if (!seenFrom.has(userId)) seenFrom.set(userId, seatPath);
    }
    const byPlace = new Map<string, string[]>();
    for (const [userId, path] of seenFrom) {
      const there = byPlace.get(path);
      if (there) there.push(userId);
      else byPlace.set(path, [userId]);
    }
    return byPlace;
  }
}

async function nameOf(rows: RowReader, id: string): Promise<CampaignName | undefined> {
  const [campaign] = await rows.rows<CampaignName>('SELECT name, unit_path AS "unitPath" FROM campaigns WHERE id = ?', [
    id,
  ]);
  return campaign;
}
