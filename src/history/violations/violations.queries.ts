import { Injectable } from '@nestjs/common';
import { localDateOf } from '../../../workflows/kernel';
import { coveredBy, SYSTEM_SCOPE, type Scope, type SqlCondition } from '../../platform/auth/scope';
import { Clock } from '../../platform/clock/clock.port';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf, equals } from '../../platform/http/pages/conditions';
import type { Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase } from '../../platform/persistence';
import { UnitDirectory } from '../../units';
import { PROOF_COLUMNS, proofOf, type ProofRow } from '../proof-columns';
import { readRecordPage, type RecordSource } from '../subjects/record-pages';
import type { ViolationListResponse, ViolationRowResponse } from './dto/violation-list.response';
import type { ViolationListsQuery, ViolationRowsQuery } from './dto/violation-lists.request';
import { RowMatches, type StoredRow } from './row-matches';
import { readKeptList } from './violations.repository';

type ListRow = Omit<ViolationListResponse, 'paper'> & ProofRow;

const COUNT = 'SELECT COUNT(*) FROM violation_rows w WHERE w.list_id = r.id';

const LATEST: RecordSource<ListRow, ViolationListResponse> = {
  keyset: { name: 'violationLists.receivedOn', sortColumn: 'r.received_on', idColumn: 'r.id', direction: 'desc' },
  columns: `r.id, r.unit_id AS "unitId", r.agency, r.period_from AS "periodFrom", r.period_to AS "periodTo",
    r.received_on AS "receivedOn", r.erased_at AS "erasedAt", r.version, ${PROOF_COLUMNS},
    CAST((${COUNT}) AS INTEGER) AS "rowCount", CAST((${COUNT} AND w.state = 'open') AS INTEGER) AS "openCount"`,
  from: 'violation_lists r',
  key: ({ receivedOn, id }) => ({ value: receivedOn, id }),
  item: ({ proofNumber, proofIssuer, proofDate, ...list }) => ({
    ...list,
    paper: proofOf({ proofNumber, proofIssuer, proofDate }),
  }),
};

const IN_ORDER: RecordSource<StoredRow, StoredRow> = {
  keyset: { name: 'violationRows.ordinal', sortColumn: 'r.ordinal', idColumn: 'r.id', direction: 'asc' },
  columns: `r.id, r.ordinal, r.written, r.identity_hash AS "identityHash", r.state, r.subject_kind AS "subjectKind", r.subject_id AS "subjectId", r.outcome`,
  from: 'violation_rows r',
  key: ({ ordinal, id }) => ({ value: ordinal, id }),
  item: (row) => row,
};

/** Reads lists of violations, for those who keep registers or cases of the unit that received them. */
@Injectable()
export class ViolationsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly matches: RowMatches,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  /** A page of lists, the latest first. */
  list(scope: Scope, query: ViolationListsQuery): Promise<Page<ViolationListResponse>> {
    return readRecordPage(this.reads, LATEST, query, [
      coveredBy(scope, 'r.unit_path'),
      ...equals('r.unit_id', query.unitId),
    ]);
  }

  /** One list without its rows. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string): Promise<ViolationListResponse> {
    const condition = allOf([{ sql: 'r.id = ?', params: [id] }, coveredBy(scope, 'r.unit_path')]);
    const [found] = await this.reads.rows<ListRow>(
      `SELECT ${LATEST.columns} FROM ${LATEST.from} WHERE ${condition.sql}`,
      condition.params,
    );
    if (!found) throw new NotFoundError('violationList', id);
    return LATEST.item(found);
  }

  /** A page of its rows in their order, each open one with the subjects who may be meant. Throws NotFoundError. */
  async rows(scope: Scope, id: string, query: ViolationRowsQuery): Promise<Page<ViolationRowResponse>> {
    await this.one(scope, id);
    const list = await readKeptList(this.reads, id);
    const conditions = [{ sql: 'r.list_id = ?', params: [id] }, ...equals('r.state', query.state)];
    const { items, nextCursor } = await readRecordPage(this.reads, IN_ORDER, query, conditions);
    const within = allOf([await this.placeOf(list?.unitPath ?? ''), coveredBy(scope, 'u.path')]);
    return { items: await this.matches.of(this.reads, within, items), nextCursor };
  }

  /** Units at and below the one that received a list, and the one that stands for it today. */
  private async placeOf(unitPath: string): Promise<SqlCondition> {
    const heirPath = await this.units.heirPathOf(this.reads, unitPath, localDateOf(this.clock.now()));
    const unitPaths = [unitPath, ...(heirPath === undefined ? [] : [heirPath])];
    return coveredBy({ ...SYSTEM_SCOPE, everything: false, unitPaths }, 'u.path');
  }
}
