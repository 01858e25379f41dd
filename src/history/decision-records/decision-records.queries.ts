import { Injectable } from '@nestjs/common';
import { coveredBy, type Scope } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf, equals } from '../../platform/http/pages/conditions';
import type { Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase } from '../../platform/persistence';
import { readRecordPage, type RecordSource } from '../subjects/record-pages';
import { aboutSubject, subjectCoveredBy } from '../subjects/subject-sight';
import type { AwardRecordListQuery } from './dto/award-record-list.request';
import type { AwardRecordResponse, DecisionRecordResponse } from './dto/decision-record.response';

const LATEST: RecordSource<AwardRecordResponse, AwardRecordResponse> = {
  keyset: { name: 'awardRecords.issuedOn', sortColumn: 'r.issued_on', idColumn: 'r.id', direction: 'desc' },
  columns: `r.id, r.decision_record_id AS "decisionRecordId", d.number || '/' || d.symbol AS "decision", d.issuer,
    r.issued_on AS "issuedOn", r.subject_kind AS "subjectKind", r.subject_id AS "subjectId", r.tier,
    r.tier_name AS "tierName", r.family, r.kind, r.achieved_from AS "achievedFrom", r.achieved_to AS "achievedTo",
    r.amount, r.withdrawn_at AS "withdrawnAt"`,
  from: 'award_records r JOIN decision_records d ON d.id = r.decision_record_id',
  key: ({ issuedOn, id }) => ({ value: issuedOn, id }),
  item: (row) => row,
};

/** Reads entered decisions of the actor's units and of those below, and the awards of their subjects. */
@Injectable()
export class DecisionRecordsQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** One entered decision. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string): Promise<DecisionRecordResponse> {
    const condition = allOf([{ sql: 'd.id = ?', params: [id] }, coveredBy(scope, 'd.unit_path')]);
    const [found] = await this.reads.rows<DecisionRecordResponse>(
      `SELECT d.id, d.number, d.symbol, d.issuer, d.issued_on AS "issuedOn", d.version,
         CAST((SELECT COUNT(*) FROM award_records a WHERE a.decision_record_id = d.id AND a.withdrawn_at IS NULL)
           AS INTEGER) AS "awardCount"
       FROM decision_records d WHERE ${condition.sql}`,
      condition.params,
    );
    if (!found) throw new NotFoundError('decisionRecord', id);
    return found;
  }

  /** A page of award records, the latest decisions first; those that were withdrawn say so. */
  awards(scope: Scope, query: AwardRecordListQuery): Promise<Page<AwardRecordResponse>> {
    const { subjectId, decisionRecordId, tier, family } = query;
    return readRecordPage(this.reads, LATEST, query, [
      subjectCoveredBy(scope, 'r'),
      ...aboutSubject(subjectId, 'r'),
      ...equals('r.decision_record_id', decisionRecordId),
      ...equals('r.tier', tier),
      ...equals('r.family', family),
    ]);
  }
}
