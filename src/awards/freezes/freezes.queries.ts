import { Injectable } from '@nestjs/common';
import { coveredBy, type Scope } from '../../platform/auth/scope';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase } from '../../platform/persistence';
import { allOf, equals } from '../../platform/http/pages/conditions';
import type { FreezeListQuery } from './dto/freeze-list.request';
import type { FreezeResponse } from './dto/freeze.response';

const LATEST: Keyset = { name: 'freezes.startsOn', sortColumn: 'starts_on', idColumn: 'id', direction: 'desc' };

const COLUMNS = `id, subject_kind AS "subjectKind", subject_id AS "subjectId", reported_by AS "reportedBy",
  starts_on AS "startsOn", ends_on AS "endsOn", lifted_at AS "liftedAt",
  violation_row_id AS "violationRowId", version`;

/** Reads reports about subjects. The reasons are not shown: they are for whoever keeps the register. */
@Injectable()
export class FreezesQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of reports, the latest first: those about subjects of the actor's units and of the units below. */
  async list(scope: Scope, query: FreezeListQuery): Promise<Page<FreezeResponse>> {
    const { where, orderBy, limit } = keysetPage(LATEST, query);
    const condition = allOf([coveredBy(scope, 'unit_path'), where, ...equals('subject_id', query.subjectId)]);
    const rows = await this.reads.rows<FreezeResponse>(
      `SELECT ${COLUMNS} FROM subject_freezes WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(LATEST, query, rows, { key: ({ startsOn, id }) => ({ value: startsOn, id }), item: (row) => row });
  }
}
