import { Injectable } from '@nestjs/common';
import { visibleFrom, type Scope, type SqlCondition } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { placeholders, ReadDatabase } from '../platform/persistence';
import type { UnitListQuery } from './dto/unit-list.request';
import type { UnitResponse } from './dto/unit.response';
import { allOf, containsText, equals } from '../platform/http/pages/conditions';

const BY_NAME: Keyset = { name: 'units.name', sortColumn: 'name_folded', idColumn: 'id', direction: 'asc' };

const COLUMNS = `id, code, name, name_folded AS "nameFolded", kind, level, parent_id AS "parentId",
  is_outside AS "isOutside", valid_from AS "validFrom", valid_to AS "validTo", version`;

type UnitRow = Omit<UnitResponse, 'isOutside'> & { readonly nameFolded: string; readonly isOutside: number };

/** Reads units: those of the actor's seats, and the units below and above them. */
@Injectable()
export class UnitsQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of units by name. */
  async list(scope: Scope, query: UnitListQuery): Promise<Page<UnitResponse>> {
    const { where, orderBy, limit } = keysetPage(BY_NAME, query);
    const condition = allOf([visibleFrom(scope, 'path'), where, ...filtersOf(query)]);
    const rows = await this.reads.rows<UnitRow>(
      `SELECT ${COLUMNS} FROM units WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(BY_NAME, query, rows, { key: ({ nameFolded, id }) => ({ value: nameFolded, id }), item: shown });
  }

  /** One unit. Throws NotFoundError, also when the unit is out of scope. */
  async one(scope: Scope, id: string): Promise<UnitResponse> {
    const condition = allOf([{ sql: 'id = ?', params: [id] }, visibleFrom(scope, 'path')]);
    const [row] = await this.reads.rows<UnitRow>(
      `SELECT ${COLUMNS} FROM units WHERE ${condition.sql}`,
      condition.params,
    );
    if (!row) throw new NotFoundError('unit', id);
    return shown(row);
  }

  /** Units by their ids, for who may know of one that they were merged with: it takes no scope and checks none. */
  async byIds(ids: readonly string[]): Promise<readonly UnitResponse[]> {
    const rows = await this.reads.rows<UnitRow>(
      `SELECT ${COLUMNS} FROM units WHERE id IN ${placeholders(ids.length)} ORDER BY name_folded, id`,
      ids,
    );
    return rows.map(shown);
  }
}

function filtersOf({ kind, level, parentId, search }: UnitListQuery): readonly SqlCondition[] {
  return [
    ...equals('kind', kind),
    ...equals('level', level),
    ...equals('parent_id', parentId),
    ...(search === undefined ? [] : [containsText('name_folded', search)]),
  ];
}

function shown({ nameFolded: _, isOutside, ...unit }: UnitRow): UnitResponse {
  return { ...unit, isOutside: isOutside === 1 };
}
