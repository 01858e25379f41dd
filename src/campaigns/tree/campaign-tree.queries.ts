import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { ReadDatabase } from '../../platform/persistence';
import { campaignsSeenBy } from '../campaign-sight';
import type { CampaignTreeNode, CampaignTreeResponse } from '../dto/running.response';

/** Most campaigns in one answer: a plan of a province may have one of each ward below it. */
const MOST = 1_000;

/** Reads campaigns within campaigns. */
@Injectable()
export class CampaignTreeQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /**
   * A campaign with all that are above and below it, each as far as the scope may know of it. Throws NotFoundError where
   * the campaign itself is unknown.
   */
  async around(scope: Scope, id: string): Promise<CampaignTreeResponse> {
    const seen = campaignsSeenBy(scope);
    const found = await this.reads.rows<CampaignTreeNode>(
      `WITH RECURSIVE
         above(id, parent_id, level) AS (
           SELECT c.id, c.parent_id, 0 FROM campaigns c WHERE c.id = ?
           UNION ALL
           SELECT c.id, c.parent_id, a.level - 1 FROM above a JOIN campaigns c ON c.id = a.parent_id),
         below(id, level) AS (
           SELECT c.id, 1 FROM campaigns c WHERE c.parent_id = ?
           UNION ALL
           SELECT c.id, b.level + 1 FROM below b JOIN campaigns c ON c.parent_id = b.id),
         around(id, level) AS (SELECT id, level FROM above UNION ALL SELECT id, level FROM below)
       SELECT campaigns.id, parent_id AS "parentId", around.level, code, name, state, starts_on AS "startsOn",
         ends_on AS "endsOn"
       FROM around JOIN campaigns ON campaigns.id = around.id
       WHERE ${seen.sql} ORDER BY around.level, code LIMIT ${MOST + 1}`,
      [id, id, ...seen.params],
    );
    if (found.every((node) => node.id !== id)) throw new NotFoundError('campaign', id);
    return { items: found.slice(0, MOST), isCut: found.length > MOST };
  }
}
