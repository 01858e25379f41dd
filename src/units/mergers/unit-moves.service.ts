import { Injectable } from '@nestjs/common';
import { localDateOf, type Instant } from '../../../workflows/kernel';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { Clock } from '../../platform/clock/clock.port';
import { derivedId } from '../../platform/ids/derived-id';
import { addToOutbox, ReadDatabase, type Tx } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import { readHeir, readSuccessions } from '../successions.repository';
import { UnitHoldings, type HoldingKind } from '../unit-holdings';
import type { Succession } from '../unit-terms';
import { readUnitPath } from '../units.repository';
import { MOVE_HOLDINGS } from './unit-mergers.service';

/** Things that are moved by one delivery of the job. */
const MOVED_AT_ONCE = 50;

/** One step of the move: the next things of a kind. */
export interface MoveStep {
  readonly unitId: string;
  /** The first kind there is when absent. */
  readonly kind?: string;
  /** Id of the last thing of the step before. */
  readonly after?: string;
}

/**
 * Moves what hangs on a unit that has ended, kind by kind, by the commands of the features that own it. Every command has an
 * id of its own that follows from the thing, so that a step that is killed anywhere and comes again does nothing twice.
 * What a command refuses stays with the unit, where its holdings show it.
 */
@Injectable()
export class UnitMoves {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly dispatcher: CommandDispatcher,
    private readonly holdings: UnitHoldings,
    private readonly clock: Clock,
  ) {}

  /** Moves the things of a step; answers the next step, undefined when all is done. */
  async take({ unitId, kind, after = '' }: MoveStep): Promise<MoveStep | undefined> {
    const [succession] = await readSuccessions(this.reads, [unitId]);
    const moving = this.holdings.kinds().filter(({ commandsFor }) => commandsFor !== undefined);
    const at = kind === undefined ? 0 : moving.findIndex((each) => each.kind === kind);
    const present = moving[at];
    if (!succession || !present) return undefined;
    const asked = { unitId, day: succession.effectiveOn, after, limit: MOVED_AT_ONCE };
    const ids = await this.holdings.page(this.reads, present, asked);
    await this.move(present, ids, { ...succession, successorId: await this.heirOf(unitId) });
    const last = ids.at(-1);
    if (last !== undefined && ids.length === MOVED_AT_ONCE) return { unitId, kind: present.kind, after: last };
    const next = moving[at + 1];
    return next && { unitId, kind: next.kind };
  }

  /** The unit that stands for one that has ended: its successor may have been merged in turn before this step came. */
  private async heirOf(unitId: string): Promise<string | null> {
    const path = (await readUnitPath(this.reads, unitId)) ?? '';
    return (await readHeir(this.reads, path, localDateOf(this.clock.now())))?.id ?? null;
  }

  /** Asks for the next step. */
  async schedule(tx: Tx, step: MoveStep, at: Instant): Promise<void> {
    const { unitId, kind = '', after = '' } = step;
    const id = derivedId(MOVE_HOLDINGS, unitId, kind, after);
    const payload = { unitId, kind, ...(after === '' ? {} : { after }) };
    await addToOutbox(tx, [{ id, job: MOVE_HOLDINGS, payload, dedupeKey: id, availableAt: at, createdAt: at }]);
  }

  private async move({ commandsFor }: HoldingKind, ids: readonly string[], succession: Succession): Promise<void> {
    if (!commandsFor || ids.length === 0) return;
    for (const { type, instanceId, input } of await commandsFor(this.reads, ids, succession)) {
      const commandId = derivedId(MOVE_HOLDINGS, succession.predecessorId, type, instanceId, JSON.stringify(input));
      await this.dispatcher.dispatch({ actor: SYSTEM_ACTOR, commandId, type, instanceId, input });
    }
  }
}
