import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/auth/scope';
import { equals } from '../../platform/http/pages/conditions';
import type { Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase } from '../../platform/persistence';
import { PROOF_COLUMNS, proofOf, type ProofRow } from '../proof-columns';
import { readRecordPage, type RecordSource } from '../subjects/record-pages';
import { aboutSubject, subjectCoveredBy } from '../subjects/subject-sight';
import type { RatingListQuery } from './dto/rating-list.request';
import type { RatingResponse } from './dto/rating.response';

type RatingRow = Omit<RatingResponse, 'paper'> & ProofRow;

const LATEST: RecordSource<RatingRow, RatingResponse> = {
  keyset: { name: 'ratings.year', sortColumn: 'r.year', idColumn: 'r.id', direction: 'desc' },
  columns: `r.id, r.subject_kind AS "subjectKind", r.subject_id AS "subjectId", r.period, r.year, r.rating,
    r.rated_by AS "ratedBy", r.withdrawn_at AS "withdrawnAt", r.version, ${PROOF_COLUMNS}`,
  from: 'ratings r',
  key: ({ year, id }) => ({ value: year, id }),
  item: ({ proofNumber, proofIssuer, proofDate, ...rating }) => ({
    ...rating,
    paper: proofOf({ proofNumber, proofIssuer, proofDate }),
  }),
};

/** Reads ratings of subjects of the actor's units and of the units below. */
@Injectable()
export class RatingsQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of ratings, the latest years first; those that were withdrawn say so. */
  list(scope: Scope, query: RatingListQuery): Promise<Page<RatingResponse>> {
    const { subjectId, rating, year } = query;
    return readRecordPage(this.reads, LATEST, query, [
      subjectCoveredBy(scope, 'r'),
      ...aboutSubject(subjectId, 'r'),
      ...equals('r.rating', rating),
      ...(year === undefined ? [] : [{ sql: 'r.year = ?', params: [year] }]),
    ]);
  }
}
