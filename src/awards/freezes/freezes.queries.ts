import { Injectable } from '@nestjs/common';
import { SubjectDirectory } from '../../people';
import { coveredBy, type Scope, type SqlCondition } from '../../platform/auth/scope';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { placeholders, ReadDatabase } from '../../platform/persistence';
import { allOf } from '../../platform/http/pages/conditions';
import type { FreezeListQuery } from './dto/freeze-list.request';
import type { FreezeResponse } from './dto/freeze.response';

const LATEST: Keyset = { name: 'freezes.startsOn', sortColumn: 'starts_on', idColumn: 'id', direction: 'desc' };

const COLUMNS = `id, subject_kind AS "subjectKind", subject_id AS "subjectId", reported_by AS "reportedBy",
  starts_on AS "startsOn", ends_on AS "endsOn", lifted_at AS "liftedAt",
  violation_row_id AS "violationRowId", version`;

/** Reads reports about subjects. The reasons are not shown: they are for whoever keeps the register. */
@Injectable()
export class FreezesQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly subjects: SubjectDirectory,
  ) {}

  /** A page of reports, the latest first: those about subjects of the actor's units and of the units below. */
  async list(scope: Scope, query: FreezeListQuery): Promise<Page<FreezeResponse>> {
    const { where, orderBy, limit } = keysetPage(LATEST, query);
    const condition = allOf([coveredBy(scope, 'unit_path'), where, ...(await this.about(query.subjectId))]);
    const rows = await this.reads.rows<FreezeResponse>(
      `SELECT ${COLUMNS} FROM subject_freezes WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(LATEST, query, rows, { key: ({ startsOn, id }) => ({ value: startsOn, id }), item: (row) => row });
  }

  /** Of one person under whichever row: an id of anybody else stands for itself. */
  private async about(subjectId: string | undefined): Promise<readonly SqlCondition[]> {
    if (subjectId === undefined) return [];
    const ids = await this.subjects.idsOf(this.reads, { kind: 'person', id: subjectId });
    return [{ sql: `subject_id IN ${placeholders(ids.length)}`, params: ids }];
  }
}
