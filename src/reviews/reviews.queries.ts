import { Injectable } from '@nestjs/common';
import type { Snapshot } from '../../workflows/kernel';
import { itemSentence, placeSentence, type ItemResult, type ReviewContext } from '../../workflows/review';
import { coveredBy, type Scope, type SqlCondition } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { ReadDatabase } from '../platform/persistence';
import { agendaOrder } from './reviews.repository';
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
    const conditions = [coveredBy(scope, 'unit_path'), where, ...filtersOf(query)];
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
    const covered = coveredBy(scope, 'unit_path');
    const [row] = await this.reads.rows<ReviewSummary & { snapshot: string }>(
      `SELECT ${SUMMARY}, snapshot FROM review_rounds WHERE id = ? AND ${covered.sql}`,
      [id, ...covered.params],
    );
    if (!row) throw new NotFoundError('review', id);
    const { snapshot, ...summary } = row;
    const { context } = JSON.parse(snapshot) as Snapshot<ReviewContext>;
    return {
      ...summary,
      items: (await agendaOrder(this.reads, id)).flatMap((itemId) => itemOf(itemId, context) ?? []),
      presentMemberIds: context.roll?.presentIds ?? [],
      counterIds: context.counterIds,
      answersBy: context.answersBy,
      resumesOn: context.resumesOn,
      unpassableItemIds: context.unpassableItemIds,
    };
  }
}

function filtersOf({ state, councilId, campaignId }: ReviewListQuery): readonly SqlCondition[] {
  return [
    ...(state === undefined ? [] : [{ sql: 'state = ?', params: [state] }]),
    ...(councilId === undefined ? [] : [{ sql: 'council_id = ?', params: [councilId] }]),
    ...(campaignId === undefined ? [] : [{ sql: 'campaign_id = ?', params: [campaignId] }]),
  ];
}

/** Undefined for an item that was put on the agenda a moment after the snapshot was read. */
function itemOf(id: string, { items, conflicts, places }: ReviewContext): ReviewItemResponse | undefined {
  const item = items[id];
  if (!item) return undefined;
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
  const { issued, returned, valid, invalid, against, abstained, writtenReceived = 0, writtenInFavour = 0 } = count;
  const ballots = { issued, returned, valid, invalid, against, abstained, writtenReceived, writtenInFavour };
  return { inFavour, base, needed, isTie, isRecorded: recorded, chosenIds, tiedIds, ...ballots };
}
