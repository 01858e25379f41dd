import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localDateOf, type Refusal } from '../../../workflows/kernel';
import { leavesRoundingToCouncil, type QuotaRule } from '../../../workflows/rulebook';
import { actorSees } from '../../platform/auth/actor';
import { Clock } from '../../platform/clock/clock.port';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { ReadDatabase, type RowReader } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refusalsWhen, refused } from '../../platform/runner/refusals';
import { RegisterRunner } from '../../platform/runner/register-runner';
import { UnitDirectory } from '../../units';
import type { StateBaseRequest } from './dto/tier-quota.request';
import { quotaAt } from './tier-quota';
import { tierQuotaForms } from './tier-quota-forms';
import { TierQuotaRules } from './tier-quota-rules';
import { TIER_QUOTA_REFUSALS } from './tier-quotas.errors';
import { pathOfCampaign, takeTierQuota, writeBase } from './tier-quotas.repository';

interface Place {
  readonly scopeId: string;
  readonly year: number | null;
  readonly unitPath: string;
}

/** Commands on quotas of the rules: the office says what a share is of, and where it has the figure from. */
@Injectable()
export class TierQuotasService implements FeatureCommands, OnModuleInit {
  readonly forms = tierQuotaForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly rules: TierQuotaRules,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /**
   * A later statement stands in place of an earlier one; the events keep both. Throws NotFoundError where there is no such
   * unit or campaign within the actor's scope.
   */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const input = command.input as StateBaseRequest;
    const place = await this.placeOf(this.reads, input);
    if (!place) return refused(TIER_QUOTA_REFUSALS.scopeNotStated);
    if (!actorSees(command.actor, place.unitPath)) {
      throw new NotFoundError(place.year === null ? 'campaign' : 'unit', place.scopeId);
    }
    const { tier, base, rounding = null } = input;
    const { source = '' } = command.texts;
    const rule = await this.ruleOf(this.reads, input, place);
    if (!rule) return refused(TIER_QUOTA_REFUSALS.noSuchRule);
    const quota = quotaAt(rule, { tier, scopeId: place.scopeId, year: place.year }, place.unitPath);
    const request = { ...command, instanceId: quota.id, kind: 'tierQuota', unitPath: place.unitPath };
    return this.registers.change({ ...request, permissions: ['review.keep'] }, async ({ tx }) => {
      await takeTierQuota(tx, quota);
      await writeBase(tx, quota.id, { base, rounding, source });
      return roundingRefusals(rule, rounding);
    });
  }

  /** Undefined where neither a unit with its year nor a campaign alone is named. */
  private async placeOf(rows: RowReader, input: StateBaseRequest): Promise<Place | undefined> {
    const { unitId, year, campaignId } = input;
    if (campaignId !== undefined) {
      if (unitId !== undefined || year !== undefined) return undefined;
      const unitPath = known(await pathOfCampaign(rows, campaignId), 'campaign', campaignId);
      return { scopeId: campaignId, year: null, unitPath };
    }
    if (unitId === undefined || year === undefined) return undefined;
    return { scopeId: unitId, year, unitPath: known(await this.units.pathOf(rows, unitId), 'unit', unitId) };
  }

  private async ruleOf(
    rows: RowReader,
    { tier, subjects }: StateBaseRequest,
    { year, unitPath }: Place,
  ): Promise<QuotaRule | undefined> {
    const today = localDateOf(this.clock.now());
    const found = await this.rules.rowsOfYear(rows, { tier, unitPath, year, today });
    const isOfPlace = ({ scope }: QuotaRule): boolean => (scope === 'campaign') === (year === null);
    return found.find((rule) => rule.subjects === (subjects ?? null) && isOfPlace(rule));
  }
}

function known(path: string | undefined, kind: string, id: string): string {
  if (path === undefined) throw new NotFoundError(kind, id);
  return path;
}

function roundingRefusals(rule: QuotaRule, rounding: string | null): readonly Refusal[] {
  const isFixed = rounding !== null && rounding !== rule.rounding && !leavesRoundingToCouncil(rule);
  return refusalsWhen([isFixed, TIER_QUOTA_REFUSALS.roundingIsFixed]);
}
