import { Injectable } from '@nestjs/common';
import { SubjectDirectory } from '../people';
import { visibleFrom, type Scope, type SqlCondition } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { ReadDatabase } from '../platform/persistence';
import { allOf, containsText, equals } from '../platform/http/pages/conditions';
import type { CouncilListQuery } from './dto/council-list.request';
import type { CouncilMembership, CouncilResponse, CouncilSummary } from './dto/council.response';
import { readDelegations } from './council-delegates.repository';
import { readMemberships } from './memberships.repository';

const BY_NAME: Keyset = { name: 'councils.name', sortColumn: 'name_folded', idColumn: 'id', direction: 'asc' };

const COLUMNS =
  'id, code, name, name_folded AS "nameFolded", kind, unit_id AS "unitId", part_of_id AS "partOfId", dissolved_on AS "dissolvedOn", version';

type CouncilRow = CouncilSummary & { readonly nameFolded: string };

/** Reads councils: those of the actor's units, of the units below and above them, and those the actor sits in. */
@Injectable()
export class CouncilsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly subjects: SubjectDirectory,
  ) {}

  /** A page of councils by name. */
  async list(scope: Scope, query: CouncilListQuery): Promise<Page<CouncilSummary>> {
    const { where, orderBy, limit } = keysetPage(BY_NAME, query);
    const condition = allOf([seenBy(scope), where, ...filtersOf(query)]);
    const rows = await this.reads.rows<CouncilRow>(
      `SELECT ${COLUMNS} FROM councils WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(BY_NAME, query, rows, { key: ({ nameFolded, id }) => ({ value: nameFolded, id }), item: summary });
  }

  /** One council with its members. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string): Promise<CouncilResponse> {
    const condition = allOf([{ sql: 'id = ?', params: [id] }, seenBy(scope)]);
    const [row] = await this.reads.rows<CouncilRow>(
      `SELECT ${COLUMNS} FROM councils WHERE ${condition.sql}`,
      condition.params,
    );
    if (!row) throw new NotFoundError('council', id);
    const { nameFolded: _, ...council } = row;
    const delegations = await readDelegations(this.reads, id);
    return {
      ...council,
      members: await this.membersOf(id),
      delegations: delegations.map(({ councilId: _, ...delegation }) => delegation),
    };
  }

  private async membersOf(councilId: string): Promise<readonly CouncilMembership[]> {
    const memberships = await readMemberships(this.reads, councilId);
    const people = memberships.map(({ personId }) => ({ kind: 'person' as const, id: personId }));
    const labels = await this.subjects.labelsOf(this.reads, people);
    return memberships.map(({ councilId: _, ...membership }, index) => ({
      ...membership,
      personName: labels[index]?.name ?? '',
    }));
  }
}

function seenBy(scope: Scope): SqlCondition {
  const ofUnits = visibleFrom(scope, 'unit_path');
  if (scope.councilIds.length === 0) return ofUnits;
  return {
    sql: `(${ofUnits.sql} OR id IN (${scope.councilIds.map(() => '?').join(', ')}))`,
    params: [...ofUnits.params, ...scope.councilIds],
  };
}

function filtersOf({ kind, unitId, search }: CouncilListQuery): readonly SqlCondition[] {
  return [
    ...equals('kind', kind),
    ...equals('unit_id', unitId),
    ...(search === undefined ? [] : [containsText('name_folded', search)]),
  ];
}

function summary({ nameFolded: _, ...council }: CouncilRow): CouncilSummary {
  return council;
}
