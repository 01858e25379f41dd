import { Injectable } from '@nestjs/common';
import {
  chronology,
  summaryOf,
  yearlyGrid,
  type HistoryEntry,
  type HistoryFacts,
  type TierSummary,
} from '../../../workflows/history';
import { SUBJECT_KINDS, SubjectDirectory, type SubjectKind, type SubjectRef } from '../../people';
import type { Actor } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { decodeCursor } from '../../platform/http/pages/cursor';
import { pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import type { PageQuery } from '../../platform/http/pages/page-query.request';
import { ReadDatabase } from '../../platform/persistence';
import { HistoryDirectory } from '../history-directory';
import type { HistoryEntryResponse, HistoryGridResponse, TierSummaryResponse } from './dto/history.response';
import { mayReadDiscipline, mayReadHistory } from './history-sight';

/** Names the order in cursors. What is paged is one subject's life, which fits into memory. */
const LATEST: Keyset = { name: 'history.on', sortColumn: '', idColumn: '', direction: 'desc' };

/** Looks up what a subject has behind it. */
@Injectable()
export class SubjectHistoryQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly subjects: SubjectDirectory,
    private readonly directory: HistoryDirectory,
  ) {}

  /** A page of what happened, the latest first. Throws NotFoundError, also when the subject is out of sight. */
  async page(actor: Actor, kind: string, id: string, query: PageQuery): Promise<Page<HistoryEntryResponse>> {
    const { facts } = await this.seenBy(actor, kind, id);
    const entries = chronology(facts);
    const rest = query.cursor === undefined ? entries : entriesAfter(entries, query.cursor);
    return pageOf(LATEST, query, rest, {
      key: (entry) => ({ value: entry.on, id: entry.id }),
      item: (entry) => entry,
    });
  }

  /** The same year by year, with what rules ask of it counted. */
  async grid(actor: Actor, kind: string, id: string): Promise<HistoryGridResponse> {
    const { facts, isTrusted } = await this.seenBy(actor, kind, id);
    const { tiers, yearsRated } = summaryOf(facts);
    const clockOf = ({ clock }: TierSummary): TierSummaryResponse['clock'] =>
      isTrusted ? { ...clock, citation: clock.citation?.text ?? null } : null;
    return { years: yearlyGrid(facts), tiers: tiers.map((tier) => ({ ...tier, clock: clockOf(tier) })), yearsRated };
  }

  private async seenBy(
    actor: Actor,
    kind: string,
    id: string,
  ): Promise<{ readonly facts: HistoryFacts; readonly isTrusted: boolean }> {
    if (!isSubjectKind(kind)) throw new NotFoundError('subject', id);
    const subject: SubjectRef = { kind, id };
    const unit = await this.subjects.unitOf(this.reads, kind, id);
    if (!unit || !mayReadHistory(actor, unit.path)) throw new NotFoundError(kind, id);
    const facts = await this.directory.factsOf(this.reads, subject);
    const isTrusted = mayReadDiscipline(actor, unit.path);
    return { isTrusted, facts: isTrusted ? facts : { ...facts, disciplines: [], freezes: [] } };
  }
}

function isSubjectKind(kind: string): kind is SubjectKind {
  return SUBJECT_KINDS.some((each) => each === kind);
}

function entriesAfter(entries: readonly HistoryEntry[], cursor: string): readonly HistoryEntry[] {
  const { value, id } = decodeCursor(`${LATEST.name}.${LATEST.direction}`, cursor);
  const last = `${value} ${id}`;
  return entries.filter((entry) => `${entry.on} ${entry.id}` < last);
}
