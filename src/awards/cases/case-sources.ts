import type { CampaignDirectory } from '../../campaigns';
import type { Tx } from '../../platform/persistence';
import type { DossierRecord } from '../dossiers/dossier';
import { readAuthorityPath, readDossier } from '../dossiers/dossiers.repository';
import type { PlaceRules } from './place-rules';
import type { TierRules } from './tier-rules';

/** What the conditions of cases are asked of, in one unit of work: each dossier and campaign is read once. */
export class CaseSources {
  private readonly dossiers = new Map<string, DossierRecord>();
  private readonly releases = new Map<string, string | null>();

  private readonly rules = new Map<string, PlaceRules>();

  constructor(
    readonly tx: Tx,
    private readonly campaigns: CampaignDirectory,
    private readonly tiers: TierRules,
  ) {}

  /** The dossier, kept in its state until the case is written: its own jobs would else miss the case. */
  async dossierOf(id: string): Promise<DossierRecord> {
    const dossier = this.dossiers.get(id) ?? (await readDossier(this.tx, id, 'held'));
    if (!dossier) throw new Error(`The dossier ${id} does not exist`);
    this.dossiers.set(id, dossier);
    return dossier;
  }

  /** The rules of the authority that receives the dossier, of the release of its campaign. */
  async rulesOf({ id, campaignId }: DossierRecord): Promise<PlaceRules> {
    const known = this.rules.get(id);
    if (known) return known;
    const rules = await this.tiers.of(this.tx, {
      authorityPath: await readAuthorityPath(this.tx, id),
      release: campaignId === null ? null : await this.releaseOf(campaignId),
    });
    this.rules.set(id, rules);
    return rules;
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
