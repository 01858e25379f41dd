import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../workflows/kernel';
import type { ReviewKind } from '../../../workflows/review';
import { CouncilDirectory, type CouncilMemberOn } from '../../councils';
import type { RowReader } from '../../platform/persistence';
import { sittingIn, type HostSource, type RoundHost } from './round-host';

/**
 * Who hosts a round and who sits in it: councils, and whatever other feature has registered a source for its own hosts,
 * as clusters do. Ids are unique over all, so that the first source that knows one answers.
 */
@Injectable()
export class RollDirectory {
  private readonly sources: HostSource[];

  constructor(private readonly councils: CouncilDirectory) {
    this.sources = [
      {
        hostOf: (rows, id) => councils.councilOf(rows, id),
        membersOn: (rows, id, date) => councils.membersOn(rows, id, date),
      },
    ];
  }

  /** Adds hosts of another feature; called once, when the application starts. */
  register(source: HostSource): void {
    this.sources.push(source);
  }

  /** A host by its id. */
  async hostOf(rows: RowReader, id: string): Promise<RoundHost | undefined> {
    return (await this.found(rows, id))?.host;
  }

  /** Who sits in a round of this kind on a day, in the order of the council; nobody when there is no such host. */
  async membersOn(
    rows: RowReader,
    { hostId, kind }: { readonly hostId: string; readonly kind: ReviewKind },
    date: LocalDate,
  ): Promise<readonly CouncilMemberOn[]> {
    const found = await this.found(rows, hostId);
    return found ? sittingIn(kind, found.host, await found.source.membersOn(rows, hostId, date)) : [];
  }

  /**
   * Who comes in place of which member on a day: each as that member, with a person and a unit of their own. Of councils; a
   * cluster is made of delegates, who send nobody.
   */
  delegatesOn(rows: RowReader, hostId: string, date: LocalDate): Promise<readonly CouncilMemberOn[]> {
    return this.councils.delegatesOn(rows, hostId, date);
  }

  private async found(
    rows: RowReader,
    id: string,
  ): Promise<{ readonly source: HostSource; readonly host: RoundHost } | undefined> {
    for (const source of this.sources) {
      const host = await source.hostOf(rows, id);
      if (host) return { source, host };
    }
    return undefined;
  }
}
