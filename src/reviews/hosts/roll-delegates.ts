import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../workflows/kernel';
import type { ReviewContext } from '../../../workflows/review';
import type { CouncilMemberOn } from '../../councils';
import type { RowReader } from '../../platform/persistence';
import { RollDirectory } from './roll-directory';

/**
 * Who sits for absent members, by the delegations that the council has on record. A delegate has the one vote of the member,
 * where the rule of an item takes proxies: that is for the machine to say.
 */
@Injectable()
export class RollDelegates {
  constructor(private readonly hosts: RollDirectory) {}

  /** Who comes for these members, each as the member; whose proxy is on paper only has nobody on record. */
  async proxiesOn(
    rows: RowReader,
    { hostId, day, representedIds }: ProxiesQuestion,
  ): Promise<readonly CouncilMemberOn[]> {
    if (representedIds.length === 0) return [];
    const delegates = await this.hosts.delegatesOn(rows, hostId, day);
    return delegates.filter(({ memberId }) => representedIds.includes(memberId));
  }

  /** The absent member whom a person sits for in the sitting that is on; null for whoever sits for nobody. */
  async representedBy(
    rows: RowReader,
    { councilId: hostId, meetsOn, roll, sittings }: ReviewContext,
    personId: string,
  ): Promise<string | null> {
    const day = sittings.at(-1)?.on ?? meetsOn;
    const proxies = await this.proxiesOn(rows, { hostId, day, representedIds: roll?.representedIds ?? [] });
    return proxies.find((proxy) => proxy.personId === personId)?.memberId ?? null;
  }
}

/** Of which members somebody asks, and for which day. */
interface ProxiesQuestion {
  readonly hostId: string;
  readonly day: LocalDate;
  readonly representedIds: readonly string[];
}
