import { Injectable } from '@nestjs/common';
import { endOfDay, type Instant, type Refusal } from '../../../workflows/kernel';
import type { GovernmentLevel } from '../../../workflows/rulebook';
import { CampaignDirectory } from '../../campaigns';
import type { RowReader } from '../../platform/persistence';
import { refusalsWhen, type RefusalText } from '../../platform/runner/refusals';
import { UnitDirectory, type UnitRef } from '../../units';
import { DOSSIER_REFUSALS } from './dossiers.errors';
import type { DraftDossierRequest } from './dto/dossier.request';

/** Where a dossier belongs: fixed when it is drafted. */
export interface DossierPlace {
  readonly campaignId: string | null;
  readonly cycleId: string | null;
  readonly authorityUnitId: string;
  readonly authorityLevel: GovernmentLevel;
}

type Found<Value> = { readonly value: Value } | { readonly reasons: readonly Refusal[] };

interface CampaignFound {
  readonly campaignId: string | null;
  readonly cycleId: string | null;
  readonly issuerIds: readonly string[];
}

/** Finds the campaign, the cycle and the receiving authority of a new dossier. */
@Injectable()
export class DossierPlaces {
  constructor(
    private readonly campaigns: CampaignDirectory,
    private readonly units: UnitDirectory,
  ) {}

  /** `unitPath` is that of the unit that submits. */
  async of(rows: RowReader, input: DraftDossierRequest, unitPath: string, at: Instant): Promise<Found<DossierPlace>> {
    const campaign = await this.campaignOf(rows, input, unitPath, at);
    if ('reasons' in campaign) return campaign;
    const authority = await this.authorityOf(rows, input, campaign.value.issuerIds);
    if (!authority) return refusedBy(DOSSIER_REFUSALS.unknownAuthority);
    const { campaignId, cycleId } = campaign.value;
    return { value: { campaignId, cycleId, authorityUnitId: authority.id, authorityLevel: authority.level } };
  }

  private async campaignOf(
    rows: RowReader,
    { campaignId, cycleId, unitId }: DraftDossierRequest,
    unitPath: string,
    at: Instant,
  ): Promise<Found<CampaignFound>> {
    if (campaignId === undefined) {
      return cycleId === undefined
        ? { value: { campaignId: null, cycleId: null, issuerIds: [] } }
        : refusedBy(DOSSIER_REFUSALS.cycleWithoutCampaign);
    }
    const campaign = await this.campaigns.contextOf(rows, campaignId);
    if (!campaign) return refusedBy(DOSSIER_REFUSALS.unknownCampaign);
    const { awardCycles, issuerIds, planRevision } = campaign.context;
    // Else a case would count in a campaign that the unit has nothing to do with, and keep it from being concluded.
    const concernsUnit =
      unitPath.startsWith(campaign.unitPath) ||
      (await this.campaigns.takesPart(rows, campaignId, planRevision, unitId)) ||
      (await this.units.liesWithin(rows, unitPath, campaign.unitPath));
    if (!concernsUnit) return refusedBy(DOSSIER_REFUSALS.unknownCampaign);
    const [next] = awardCycles
      .filter(({ dossiersDueOn }) => at < endOfDay(dossiersDueOn))
      .sort((a, b) => (a.dossiersDueOn < b.dossiersDueOn ? -1 : 1));
    const cycle = cycleId === undefined ? next : awardCycles.find(({ id }) => id === cycleId);
    if (!cycle) return refusedBy(DOSSIER_REFUSALS.unknownCycle);
    return { value: { campaignId, cycleId: cycle.id, issuerIds } };
  }

  /** The unit named, or the first launching unit at or above the submitting one, or the next unit above, or itself. */
  private async authorityOf(
    rows: RowReader,
    { unitId, authorityUnitId }: DraftDossierRequest,
    issuerIds: readonly string[],
  ): Promise<UnitRef | undefined> {
    const named = authorityUnitId === undefined ? issuerIds : [authorityUnitId];
    const units = await this.units.byIds(rows, [unitId, ...named]);
    const unit = units.get(unitId);
    if (!unit) return undefined;
    const above = named.flatMap((id) => units.get(id) ?? []).find(({ path }) => unit.path.startsWith(path));
    if (above || authorityUnitId !== undefined) return above;
    if (unit.parentId === null) return unit;
    return (await this.units.byIds(rows, [unit.parentId])).get(unit.parentId);
  }
}

function refusedBy(entry: RefusalText): { readonly reasons: readonly Refusal[] } {
  return { reasons: refusalsWhen([true, entry]) };
}
