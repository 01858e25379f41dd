import { Injectable } from '@nestjs/common';
import { clustersSeenBy } from '../clusters';
import { visibleFrom, type Scope, type SqlCondition } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import { allOf, containsText, equals } from '../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { ReadDatabase } from '../platform/persistence';
import type { SheetListQuery } from './dto/sheet.request';
import type { SheetResponse, SheetSummary } from './dto/sheet.response';
import { readRevision } from './sheets.repository';

const BY_NAME: Keyset = { name: 'scoringSheets.name', sortColumn: 'name_folded', idColumn: 'id', direction: 'asc' };

const COLUMNS = 'id, unit_id AS "unitId", code, name, name_folded AS "nameFolded", revision, version';

type SheetRow = SheetSummary & { readonly nameFolded: string };

/** Reads scoring sheets: those issued by the units of a scope, below and above them, and those that its clusters use. */
@Injectable()
export class SheetsQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of sheets by name. */
  async list(scope: Scope, query: SheetListQuery): Promise<Page<SheetSummary>> {
    const { where, orderBy, limit } = keysetPage(BY_NAME, query);
    const condition = allOf([
      ...[seenBy(scope), where, ...equals('unit_id', query.unitId)],
      ...(query.search === undefined ? [] : [containsText('name_folded', query.search)]),
    ]);
    const rows = await this.reads.rows<SheetRow>(
      `SELECT ${COLUMNS} FROM scoring_sheets WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(BY_NAME, query, rows, { key: ({ nameFolded, id }) => ({ value: nameFolded, id }), item: summary });
  }

  /** One sheet with its newest criteria, or those of a revision. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string, revision?: number): Promise<SheetResponse> {
    const condition = allOf([{ sql: 'id = ?', params: [id] }, seenBy(scope)]);
    const [row] = await this.reads.rows<SheetRow>(
      `SELECT ${COLUMNS} FROM scoring_sheets WHERE ${condition.sql}`,
      condition.params,
    );
    const shownRevision = revision ?? row?.revision ?? 0;
    const found = row && (await readRevision(this.reads, id, shownRevision));
    if (!row || !found) throw new NotFoundError('scoringSheet', id);
    return { ...summary(row), shownRevision, ...found.sheet };
  }
}

function seenBy(scope: Scope): SqlCondition {
  const [around, ofClusters] = [visibleFrom(scope, 'unit_path'), clustersSeenBy(scope, 'c.')];
  return {
    sql: `(${around.sql} OR EXISTS (SELECT 1 FROM cluster_sheets p JOIN clusters c ON c.id = p.cluster_id
      WHERE p.sheet_id = scoring_sheets.id AND ${ofClusters.sql}))`,
    params: [...around.params, ...ofClusters.params],
  };
}

function summary({ nameFolded: _, ...sheet }: SheetRow): Omit<SheetRow, 'nameFolded'> {
  return sheet;
}
