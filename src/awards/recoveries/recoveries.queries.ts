import { Injectable } from '@nestjs/common';
import { coveredBy, type Scope } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf, equals } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase } from '../../platform/persistence';
import type { RecoveryListQuery } from './dto/recovery.request';
import type { RecoveryResponse } from './dto/recovery.response';

const NEWEST: Keyset = { name: 'recoveries.openedAt', sortColumn: 'opened_at', idColumn: 'id', direction: 'desc' };

const COLUMNS = `id, case_id AS "caseId", unit_id AS "unitId", is_artefact_due AS "isArtefactDue",
  artefact_returned_on AS "artefactReturnedOn", money_due AS "moneyDue", money_recovered AS "moneyRecovered",
  opened_at AS "openedAt", version`;

type RecoveryRow = Omit<RecoveryResponse, 'isArtefactDue' | 'isComplete'> & { readonly isArtefactDue: number };

/** Reads recoveries: of the actor's units and of the units below. */
@Injectable()
export class RecoveriesQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of recoveries, newest first. */
  async list(scope: Scope, query: RecoveryListQuery): Promise<Page<RecoveryResponse>> {
    const { where, orderBy, limit } = keysetPage(NEWEST, query);
    const condition = allOf([coveredBy(scope, 'unit_path'), where, ...equals('case_id', query.caseId)]);
    const rows = await this.reads.rows<RecoveryRow>(
      `SELECT ${COLUMNS} FROM recoveries WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(NEWEST, query, rows, { key: ({ openedAt, id }) => ({ value: openedAt, id }), item: shown });
  }

  /** One recovery. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string): Promise<RecoveryResponse> {
    const condition = allOf([{ sql: 'id = ?', params: [id] }, coveredBy(scope, 'unit_path')]);
    const [row] = await this.reads.rows<RecoveryRow>(
      `SELECT ${COLUMNS} FROM recoveries WHERE ${condition.sql}`,
      condition.params,
    );
    if (!row) throw new NotFoundError('recovery', id);
    return shown(row);
  }
}

function shown(row: RecoveryRow): RecoveryResponse {
  const isArtefactDue = row.isArtefactDue === 1;
  const isBack = !isArtefactDue || row.artefactReturnedOn !== null;
  return { ...row, isArtefactDue, isComplete: isBack && row.moneyDue === row.moneyRecovered };
}
