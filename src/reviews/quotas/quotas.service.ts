import { Injectable, type OnModuleInit } from '@nestjs/common';
import { placesOf } from '../../../workflows/review';
import { CaseDirectory, QuotaLimits, TierQuotas } from '../../awards';
import type { Actor } from '../../platform/auth/actor';
import { actorSees } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { Ids } from '../../platform/ids/ids.port';
import { addToOutbox, ReadDatabase } from '../../platform/persistence';
import { WakeUp } from '../../platform/relay/wake-up';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refusalsWhen, refused } from '../../platform/runner/refusals';
import { RegisterRunner, type RegisterRequest, type RegisterWork } from '../../platform/runner/register-runner';
import { RollDirectory } from '../hosts/roll-directory';
import type { RoundHost } from '../hosts/round-host';
import { RoundCampaigns } from '../round-campaigns';
import type { OpenQuotaRequest, ReleasePlaceRequest } from './dto/quota.request';
import { quotaForms } from './quota-forms';
import { isWithCouncil, keepsPlace, MOST_PLACES, openKeyOf, type QuotaEntryRow, type QuotaRow } from './quota';
import { placesAllowed } from './places-allowed';
import { QUOTA_REFUSALS } from './quotas.errors';
import { closeQuota, endEntries, insertQuota, placeEntry, readEntries, readQuota } from './quotas.repository';
import { WaitingListJob } from './waiting-list.payload';

/** Commands on quotas: how many of a tier a council may recommend, and who moves up when a place falls free. */
@Injectable()
export class QuotasService implements FeatureCommands, OnModuleInit {
  readonly forms = quotaForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly hosts: RollDirectory,
    private readonly campaigns: RoundCampaigns,
    private readonly cases: CaseDirectory,
    private readonly limits: QuotaLimits,
    private readonly ruleQuotas: TierQuotas,
    private readonly ids: Ids,
    private readonly wakeUp: WakeUp,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when there is no such quota. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, instanceId, input } = command;
    if (type === 'quota.open') return this.open(command, input as OpenQuotaRequest);
    const quota = await readQuota(this.reads, instanceId ?? '');
    if (!quota) throw new NotFoundError('quota', instanceId ?? '');
    if (type === 'quota.release') return this.release(command, quota, input as ReleasePlaceRequest);
    return this.close(command, quota);
  }

  private async open(command: FeatureCommand, input: OpenQuotaRequest): Promise<CommandResult> {
    const {
      councilId,
      campaignId = null,
      tier,
      year = null,
      places,
      share,
      tie = 'revote',
      womanFirst = false,
    } = input;
    const host = await this.hostSeenBy(command.actor, councilId);
    if (!host) return refused(QUOTA_REFUSALS.unknownCouncil);
    if (places !== undefined && share !== undefined) return refused(QUOTA_REFUSALS.placesNotStated);
    const asked = places ?? (share ? placesOf(share) : null);
    if (asked !== null && asked > MOST_PLACES) return refused(QUOTA_REFUSALS.tooManyPlaces);
    if (campaignId !== null && !(await this.campaigns.concerns(this.reads, campaignId, host.unitPath))) {
      return refused(QUOTA_REFUSALS.unknownCampaign);
    }
    const quota = {
      id: derivedId('quota', command.actor.id, command.commandId),
      ...{ councilId, campaignId, tier, tie },
      womanFirst: Number(womanFirst),
      openKey: openKeyOf({ councilId, campaignId, tier }),
      unitId: host.unitId,
      unitPath: host.unitPath,
    };
    return this.registers.change(requestFor(command, quota), async ({ tx, at }) => {
      const limit = await this.limits.of(tx, { ...quota, year, at });
      const allowed = placesAllowed(limit, asked);
      if ('reasons' in allowed) return allowed.reasons;
      return refusalsWhen([!(await insertQuota(tx, { ...quota, ...allowed })), QUOTA_REFUSALS.alreadyOpen]);
    });
  }

  /** A place falls free, and the first who waits and is still with the council gets it; who is not is passed over. */
  private release(command: FeatureCommand, quota: QuotaRow, { itemId }: ReleasePlaceRequest): Promise<CommandResult> {
    return this.registers.change(requestFor(command, quota), async (work) => {
      const isOpen = (await readQuota(work.tx, quota.id, 'taken'))?.openKey !== null;
      const entries = await readEntries(work.tx, quota.id);
      const cases = await this.cases.summariesOf(
        work.tx,
        entries.map(({ caseId }) => caseId),
      );
      const stateOf = ({ caseId }: QuotaEntryRow): string | undefined => cases.get(caseId)?.state;
      const entry = entries.find((each) => each.itemId === itemId && each.state === 'placed');
      const reasons = refusalsWhen(
        [!isOpen, QUOTA_REFUSALS.closed],
        [entry === undefined, QUOTA_REFUSALS.noPlace],
        [entry !== undefined && keepsPlace(stateOf(entry)), QUOTA_REFUSALS.placeIsKept],
      );
      if (reasons.length > 0 || !entry) return reasons;
      const waiting = entries.filter(({ state }) => state === 'waiting');
      const next = waiting.find((each) => isWithCouncil(stateOf(each)));
      const passedOver = waiting.slice(0, next ? waiting.indexOf(next) : waiting.length);
      await endEntries(work.tx, [itemId, ...passedOver.map((each) => each.itemId)], 'freed');
      if (next && entry.placeNumber !== null) {
        await placeEntry(work.tx, next.itemId, entry.placeNumber);
        await this.tell(work, WaitingListJob.MoveUp, quota.id, [next]);
      }
      return next ? this.ruleQuotas.take(work.tx, [next.caseId], { at: work.at }) : [];
    });
  }

  /** Who still waits is not recommended any more. */
  private close(command: FeatureCommand, quota: QuotaRow): Promise<CommandResult> {
    return this.registers.change(requestFor(command, quota), async (work) => {
      if ((await readQuota(work.tx, quota.id, 'taken'))?.openKey === null) {
        return refusalsWhen([true, QUOTA_REFUSALS.closed]);
      }
      const waiting = (await readEntries(work.tx, quota.id)).filter(({ state }) => state === 'waiting');
      await closeQuota(work.tx, quota.id);
      const itemIds = waiting.map(({ itemId }) => itemId);
      await endEntries(work.tx, itemIds, 'ended');
      if (waiting.length > 0) await this.tell(work, WaitingListJob.End, quota.id, waiting);
      return [];
    });
  }

  private async tell(
    { tx, at }: RegisterWork,
    job: string,
    quotaId: string,
    entries: readonly QuotaEntryRow[],
  ): Promise<void> {
    const payload = { quotaId, itemIds: entries.map(({ itemId }) => itemId) };
    await addToOutbox(tx, [{ id: this.ids.next(), job, payload, availableAt: at, createdAt: at }]);
    tx.afterCommit(() => {
      this.wakeUp.ring();
    });
  }

  private async hostSeenBy(actor: Actor, hostId: string): Promise<RoundHost | undefined> {
    const host = await this.hosts.hostOf(this.reads, hostId);
    return host && actorSees(actor, host.unitPath) ? host : undefined;
  }
}

function requestFor(command: FeatureCommand, quota: Pick<QuotaRow, 'id' | 'unitPath'>): RegisterRequest {
  const permissions = ['review.keep'] as const;
  return { ...command, instanceId: quota.id, kind: 'quota', permissions, unitPath: quota.unitPath };
}
