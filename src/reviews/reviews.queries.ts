import { Injectable } from '@nestjs/common';
import type { Snapshot } from '../../workflows/kernel';
import {
  itemSentence,
  opinionsIn,
  placeSentence,
  type ItemResult,
  type ReviewContext,
  type ReviewItem,
} from '../../workflows/review';
import { coveredBy, type Scope, type SqlCondition } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { placeholders, ReadDatabase } from '../platform/persistence';
import type { ItemResultResponse } from './dto/item-result.response';
import type { ReviewItemResponse, ReviewListQuery, ReviewResponse, ReviewSummary } from './dto/review.response';

const BY_DAY: Keyset = { name: 'reviews.meetsOn', sortColumn: 'meets_on', idColumn: 'id', direction: 'desc' };

const SUMMARY = `id, council_id AS "councilId", campaign_id AS "campaignId", kind, state,
  meets_on AS "meetsOn", version`;

/** Reads review rounds: for the council's own seats and those above. */
@Injectable()
export class ReviewsQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of review rounds, latest sitting first. */
  async list(scope: Scope, query: ReviewListQuery): Promise<Page<ReviewSummary>> {
    const { where, orderBy, limit } = keysetPage(BY_DAY, query);
    const conditions = [seenBy(scope), where, ...filtersOf(query)];
    const rows = await this.reads.rows<ReviewSummary>(
      `SELECT ${SUMMARY} FROM review_rounds WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}
       ORDER BY ${orderBy} LIMIT ${limit}`,
      conditions.flatMap(({ params }) => params),
    );
    return pageOf(BY_DAY, query, rows, {
      key: ({ meetsOn, id }) => ({ value: meetsOn, id }),
      item: (row) => row,
    });
  }

  /** One review round with its agenda and, for what is counted, the results. Throws NotFoundError. */
  async one(scope: Scope, id: string): Promise<ReviewResponse> {
    const covered = seenBy(scope);
    const [row] = await this.reads.rows<ReviewSummary & { snapshot: string }>(
      `SELECT ${SUMMARY}, snapshot FROM review_rounds WHERE id = ? AND ${covered.sql}`,
      [id, ...covered.params],
    );
    if (!row) throw new NotFoundError('review', id);
    const { snapshot, ...summary } = row;
    const { context } = JSON.parse(snapshot) as Snapshot<ReviewContext>;
    return {
      ...summary,
      items: itemsOf(context),
      presentMemberIds: context.roll?.presentIds ?? [],
      counterIds: context.counterIds,
      answersBy: context.answersBy,
      resumesOn: context.resumesOn,
      unpassableItemIds: context.unpassableItemIds,
    };
  }
}

/** Rounds of the units that seats cover, and of the councils that seats are in, whatever unit those are on. */
function seenBy(scope: Scope): SqlCondition {
  const { sql, params } = coveredBy(scope, 'unit_path');
  const { everything, councilIds } = scope;
  if (everything || councilIds.length === 0) return { sql, params };
  return { sql: `(${sql} OR council_id IN ${placeholders(councilIds.length)})`, params: [...params, ...councilIds] };
}

function filtersOf({ state, councilId, campaignId }: ReviewListQuery): readonly SqlCondition[] {
  return [
    ...(state === undefined ? [] : [{ sql: 'state = ?', params: [state] }]),
    ...(councilId === undefined ? [] : [{ sql: 'council_id = ?', params: [councilId] }]),
    ...(campaignId === undefined ? [] : [{ sql: 'campaign_id = ?', params: [campaignId] }]),
  ];
}

/** In the order of the agenda: the snapshot keeps items by id. */
function itemsOf(context: ReviewContext): readonly ReviewItemResponse[] {
  return Object.entries(context.items)
    .sort(([, a], [, b]) => a.ordinal - b.ordinal)
    .map(([id, item]) => itemOf(id, item, context));
}

function itemOf(id: string, item: ReviewItem, { conflicts, places }: ReviewContext): ReviewItemResponse {
  const { caseId, title, tier, kind, options = [], status, voteRound, result, passRule, stepDownTo } = item;
  const place = places?.[id];
  return {
    id,
    caseId,
    title,
    tier,
    kind,
    options,
    place: place ? { ...place, sentence: placeSentence(place) } : null,
    stepDownTo,
    status,
    voteRound,
    isPassed: result?.passed ?? null,
    sentence: itemSentence(item),
    result: result ? figuresOf(result) : null,
    citation: passRule.citation ?? null,
    conflictedMemberIds: conflicts[id] ?? [],
  };
}

/** The figures of a result as every answer shows them. */
export function figuresOf(found: ItemResult): ItemResultResponse {
  const { inFavour, base, needed, isTie, recorded, count, chosenIds = [], tiedIds = [] } = found;
  const { issued, returned, valid, invalid, against, abstained, writtenAmong, writtenInFavour = 0 } = count;
  const ballots = { issued, returned, valid, invalid, against, abstained };
  const written = {
    writtenReceived: opinionsIn(count),
    writtenInFavour: writtenAmong === undefined ? writtenInFavour : null,
  };
  return { inFavour, base, needed, isTie, isRecorded: recorded, chosenIds, tiedIds, ...ballots, ...written };
}
