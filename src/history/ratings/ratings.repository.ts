import type { SubjectRef } from '../../people';
import { insertRows, type RowReader, type Tx } from '../../platform/persistence';
import { ratingClaim } from '../claims';
import { proofColumns } from '../proof-columns';
import type { RecordRatingRequest } from './dto/rating.request';

/** Inserts a rating that stands, at version 1. */
export async function insertRating(tx: Tx, id: string, rating: RecordRatingRequest): Promise<void> {
  const { subjectKind, subjectId, period, year, ratedBy, paper } = rating;
  await insertRows(tx, 'ratings', [
    {
      id,
      subject_kind: subjectKind,
      subject_id: subjectId,
      period,
      year,
      rating: rating.rating,
      rated_by: ratedBy,
      ...proofColumns(paper),
      claim: ratingClaim({ kind: subjectKind, id: subjectId }, period, year),
      version: 1,
    },
  ]);
}

/** Whom a rating is about; undefined when there is none with this id. */
export async function readRatedSubject(rows: RowReader, id: string): Promise<SubjectRef | undefined> {
  const [subject] = await rows.rows<SubjectRef>(
    'SELECT subject_kind AS "kind", subject_id AS "id" FROM ratings WHERE id = ?',
    [id],
  );
  return subject;
}
