import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../workflows/kernel';
import type { Tx } from '../platform/persistence';
import type { RefusalText } from '../platform/runner/refusals';

/** Makes what refers to one person refer to another one; answers why that cannot be. */
export type Repoint = (tx: Tx, fromId: string, toId: string) => Promise<readonly Refusal[]>;

/**
 * Knows who refers to people by id in registers, so that two rows of one person can become one. What refers from the
 * history of a case stays as it was written and is read through the row that was merged.
 */
@Injectable()
export class PersonReferences {
  /** What those who refer to people may say against it. */
  readonly refusals: RefusalText[] = [];
  private readonly all: Repoint[] = [];

  /** Takes part in mergers; `refusals` are all the reasons that `repoint` may answer. */
  register(repoint: Repoint, ...refusals: readonly RefusalText[]): void {
    this.all.push(repoint);
    this.refusals.push(...refusals);
  }

  /** Repoints everything; answers every reason why not. */
  async repoint(tx: Tx, fromId: string, toId: string): Promise<readonly Refusal[]> {
    const reasons: Refusal[] = [];
    for (const repoint of this.all) reasons.push(...(await repoint(tx, fromId, toId)));
    return reasons;
  }
}
