import type { CampaignDirectory } from '../../campaigns';
import type { Tx } from '../../platform/persistence';
import type { DossierRecord } from '../dossiers/dossier';
import { readDossier } from '../dossiers/dossiers.repository';

/** What the conditions of cases are asked of, in one unit of work: each dossier and campaign is read once. */
export class CaseSources {
  private readonly dossiers = new Map<string, DossierRecord>();
  private readonly releases = new Map<string, string | null>();

  constructor(
    readonly tx: Tx,
    private readonly campaigns: CampaignDirectory,
  ) {}

  /** The dossier, kept in its state until the case is written: its own jobs would else miss the case. */
  async dossierOf(id: string): Promise<DossierRecord> {
    const dossier = this.dossiers.get(id) ?? (await readDossier(this.tx, id, 'held'));
    if (!dossier) throw new Error(`The dossier ${id} does not exist`);
    this.dossiers.set(id, dossier);
    return dossier;
  }

  /** The release that a campaign is judged by; null when it has pinned none. */
  async releaseOf(campaignId: string): Promise<string | null> {
    const known = this.releases.get(campaignId);
    if (known !== undefined) return known;
    const campaign = await this.campaigns.contextOf(this.tx, campaignId);
    const release = campaign?.context.rulebookRelease ?? null;
    this.releases.set(campaignId, release);
    return release;
  }
}
