import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../workflows/kernel';
import { actorSees, type Actor } from '../../platform/auth/actor';
import type { RowReader, Tx } from '../../platform/persistence';
import { readBelow, readSuccessions } from '../successions.repository';
import type { UnitRecord } from '../unit';
import { depthOf } from '../unit-path';
import { readUnits, takeUnits } from '../units.repository';
import type { MergeFacts, MergingUnit } from './merge-rules';

/** What is asked: which units end, when, and into what. */
export interface AskedMerger {
  readonly unitIds: readonly string[];
  readonly on: LocalDate;
  /** Null for a dissolution. */
  readonly successorId: string | null;
  /** Path of the unit above a successor that is yet to be; undefined when the successor exists. */
  readonly newParentPath: string | undefined;
}

/** The units that end, as they are. */
export interface UnitsToEnd {
  readonly ending: readonly Pick<UnitRecord, 'id'>[];
  readonly successorId: string | null;
  readonly on: LocalDate;
}

/** Gathers what the rules of a merger ask for. */
@Injectable()
export class MergeFactsReader {
  /** The paths of those of the units that the actor may know of. */
  async seenPaths(rows: RowReader, actor: Actor, unitIds: readonly string[]): Promise<readonly string[]> {
    const units = await readUnits(rows, unitIds);
    return [...units.values()].map(({ path }) => path).filter((path) => actorSees(actor, path));
  }

  /** Takes all units that are concerned, in one order, so that of two mergers of one unit the second finds it ended. */
  async of(
    tx: Tx,
    actor: Actor,
    { unitIds, on, successorId, newParentPath }: AskedMerger,
  ): Promise<{ readonly facts: MergeFacts; readonly ending: readonly UnitRecord[] }> {
    const ids = [...new Set([...unitIds, ...(successorId === null ? [] : [successorId])])].sort();
    const taken = (await takeUnits(tx, ids)).filter(({ path }) => actorSees(actor, path));
    const ended = new Set((await readSuccessions(tx, ids)).map(({ predecessorId }) => predecessorId));
    const merging = (unit: UnitRecord): MergingUnit => ({ ...unit, isEnded: ended.has(unit.id) });
    const ending = taken.filter(({ id }) => unitIds.includes(id));
    const paths = ending.map(({ path }) => path);
    const below = await readBelow(
      tx,
      ending.map(({ id }) => id),
      on,
    );
    const successor = successorOf({ successorId, newParentPath, found: taken.map(merging) });
    const successorDepth = newParentPath === undefined ? depthOfFound(successor) : depthOf(newParentPath) + 1;
    const facts: MergeFacts = {
      on,
      namedCount: unitIds.length,
      ending: ending.map(merging),
      successor,
      parentEnds: newParentPath !== undefined && paths.some((path) => newParentPath.startsWith(path)),
      belowCount: below.count,
      depth: successorDepth + below.levels,
    };
    return { facts, ending };
  }
}

function successorOf({
  successorId,
  newParentPath,
  found,
}: Pick<AskedMerger, 'successorId' | 'newParentPath'> & {
  readonly found: readonly MergingUnit[];
}): MergeFacts['successor'] {
  if (successorId === null) return null;
  if (newParentPath !== undefined) return 'new';
  return found.find(({ id }) => id === successorId) ?? 'unknown';
}

function depthOfFound(successor: MergeFacts['successor']): number {
  return typeof successor === 'object' && successor !== null ? depthOf(successor.path) : 0;
}
