import { Injectable } from '@nestjs/common';
import { CaseDirectory } from '../awards';
import { CampaignDirectory } from '../campaigns';
import { SubjectDirectory } from '../people';
import { actorCovers, type Actor } from '../platform/auth/actor';
import type { RowReader } from '../platform/persistence';
import type { LinkExampleRequest } from './dto/example.request';
import { readAchievementPaths } from './example-surroundings.repository';

/** Whether what an example names is there, and within sight of who names it. */
@Injectable()
export class ExampleSurroundings {
  constructor(
    private readonly campaigns: CampaignDirectory,
    private readonly subjects: SubjectDirectory,
    private readonly cases: CaseDirectory,
  ) {}

  /** A campaign of the unit, of one above or below it, or one that it takes part in; a draft is known to its own alone. */
  async knowsCampaign(
    rows: RowReader,
    actor: Actor,
    campaignId: string,
    unit: { readonly id: string; readonly path: string },
  ): Promise<boolean> {
    const asked = { campaignId, unitIds: [unit.id], lock: false, counts: {} };
    const found = await this.campaigns.standingOf(rows, asked);
    if (!found) return false;
    const { unitPath, context, partaking } = found;
    const isAround = unit.path.startsWith(unitPath) || unitPath.startsWith(unit.path) || partaking > 0;
    return isAround && (context.rulebookRelease !== null || actorCovers(actor, unitPath));
  }

  /** Whether something that an example is to be linked with is there and covered by the actor's seats. */
  async knowsTarget(rows: RowReader, actor: Actor, { kind, targetId }: LinkExampleRequest): Promise<boolean> {
    const paths = await this.pathsOf(rows, { kind, targetId });
    return paths.some((path) => actorCovers(actor, path));
  }

  private async pathsOf(rows: RowReader, { kind, targetId }: LinkExampleRequest): Promise<readonly string[]> {
    if (kind === 'achievement') return readAchievementPaths(rows, targetId);
    if (kind === 'case') {
      const found = (await this.cases.summariesOf(rows, [targetId])).get(targetId);
      return found ? [found.unitPath] : [];
    }
    if (!(await this.subjects.exists(rows, kind, targetId))) return [];
    const unit = await this.subjects.unitOf(rows, kind, targetId);
    return unit ? [unit.path] : [];
  }
}
