import { Injectable } from '@nestjs/common';
import { canonicalJson, type Refusal } from '../../../workflows/kernel';
import type { Actor } from '../../platform/auth/actor';
import { scopeOf } from '../../platform/auth/scope';
import { sha256 } from '../../platform/crypto/sha256';
import { ReadDatabase } from '../../platform/persistence';
import { refusalsWhen } from '../../platform/runner/refusals';
import type { BulkRequest } from '../dto/bulk.request';
import { BULK_COLLECTIONS, MOST_OF_A_BULK, type BulkCollection, type BulkCollectionName } from './bulk-collections';
import { BULK_REFUSALS } from './bulk.errors';
import { readTargetsByFilter, readTargetsById, type BulkTarget } from './bulk.repository';

/** What a bulk command would be sent to, or why it cannot be sent at all. */
export interface BulkTargets {
  readonly collection: BulkCollection;
  readonly targets: readonly BulkTarget[];
  /** Ids that were asked for and are not within sight. */
  readonly missing: readonly string[];
  /** Another one for another actor, command, input, thing or version. */
  readonly token: string;
  readonly reasons: readonly Refusal[];
}

/** Finds what a bulk command is about. */
@Injectable()
export class BulkTargetsReader {
  constructor(private readonly reads: ReadDatabase) {}

  async of(actor: Actor, name: BulkCollectionName, request: BulkRequest): Promise<BulkTargets> {
    const collection: BulkCollection = BULK_COLLECTIONS[name];
    const { ids, filter, type, input = {} } = request;
    const filters = Object.entries(filter ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [key]));
    const odd = refusalsWhen(
      [(ids === undefined) === (filters.length === 0), BULK_REFUSALS.idsOrFilter],
      [
        !collection.types.includes(type) || filters.some((key) => !(key in collection.filters)),
        BULK_REFUSALS.notOfCollection,
      ],
    );
    if (odd.length > 0) return { collection, targets: [], missing: [], token: '', reasons: odd };
    const scope = scopeOf(actor);
    const targets = ids
      ? await readTargetsById(this.reads, collection, scope, ids)
      : await readTargetsByFilter(this.reads, collection, scope, filter ?? {});
    const seen = new Set(targets.map(({ id }) => id));
    const rows = targets.map(({ id, version }) => [id, version]);
    return {
      ...{ collection, targets, missing: (ids ?? []).filter((id) => !seen.has(id)) },
      token: sha256(canonicalJson([actor.id, name, type, input, rows])),
      reasons: refusalsWhen(
        [targets.length > MOST_OF_A_BULK, BULK_REFUSALS.tooMany],
        [targets.length === 0, BULK_REFUSALS.nothing],
      ),
    };
  }
}
