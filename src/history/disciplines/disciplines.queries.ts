import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/auth/scope';
import type { Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase } from '../../platform/persistence';
import type { RecordListQuery } from '../dto/record-list.request';
import { PROOF_COLUMNS, proofOf, type ProofRow } from '../proof-columns';
import { readRecordPage, type RecordSource } from '../subjects/record-pages';
import { aboutSubject, subjectCoveredBy } from '../subjects/subject-sight';
import type { DisciplineResponse } from './dto/discipline.response';

type DisciplineRow = Omit<DisciplineResponse, 'paper'> & ProofRow;

const LATEST: RecordSource<DisciplineRow, DisciplineResponse> = {
  keyset: { name: 'disciplines.startsOn', sortColumn: 'r.starts_on', idColumn: 'r.id', direction: 'desc' },
  columns: `r.id, r.subject_kind AS "subjectKind", r.subject_id AS "subjectId", r.form, r.starts_on AS "from",
    r.ends_on AS "until", r.lifted_on AS "liftedOn", r.freeze_id AS "freezeId", r.violation_row_id AS "violationRowId",
    r.withdrawn_at AS "withdrawnAt", r.version, ${PROOF_COLUMNS}`,
  from: 'disciplines r',
  key: ({ from, id }) => ({ value: from, id }),
  item: ({ proofNumber, proofIssuer, proofDate, ...discipline }) => ({
    ...discipline,
    paper: proofOf({ proofNumber, proofIssuer, proofDate }),
  }),
};

/** Reads disciplinary measures, for those who keep registers or cases of the subject's unit. What for is not shown. */
@Injectable()
export class DisciplinesQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of measures, the latest first; those that were withdrawn say so. */
  list(scope: Scope, query: RecordListQuery): Promise<Page<DisciplineResponse>> {
    return readRecordPage(this.reads, LATEST, query, [
      subjectCoveredBy(scope, 'r'),
      ...aboutSubject(query.subjectId, 'r'),
    ]);
  }
}
