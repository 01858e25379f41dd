import { Injectable } from '@nestjs/common';
import { coveredBy, type Scope } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { ReadDatabase } from '../platform/persistence';
import { allOf, containsText, equals } from '../platform/http/pages/conditions';
import type { UserListQuery } from './dto/user-list.request';
import type { UserResponse, UserSummary } from './dto/user.response';
import { readSeats } from './seats.repository';
import { readTokens } from './tokens.repository';

const BY_LOGIN: Keyset = { name: 'users.login', sortColumn: 's.login', idColumn: 's.id', direction: 'asc' };

const SUMMARY = `s.id, s.login, s.person_id AS "personId", s.unit_id AS "unitId", s.language,
  s.is_disabled AS "isDisabled", s.version`;

/** Accounts that no unit keeps are out of every scope but the system's. */
const FROM = 'FROM users s LEFT JOIN units u ON u.id = s.unit_id';

type UserRow = Omit<UserSummary, 'isDisabled'> & { readonly isDisabled: number };

/** Reads the accounts that the actor's units and the units below them keep. */
@Injectable()
export class UsersQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of users by login. */
  async list(scope: Scope, query: UserListQuery): Promise<Page<UserSummary>> {
    const { where, orderBy, limit } = keysetPage(BY_LOGIN, query);
    const condition = allOf([
      coveredBy(scope, 'u.path'),
      where,
      ...equals('s.unit_id', query.unitId),
      ...equals('s.person_id', query.personId),
      ...(query.search === undefined ? [] : [containsText('s.login', query.search)]),
    ]);
    const rows = await this.reads.rows<UserRow>(
      `SELECT ${SUMMARY} ${FROM} WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(BY_LOGIN, query, rows, { key: ({ login, id }) => ({ value: login, id }), item: summary });
  }

  /** One user with seats and tokens. Throws NotFoundError, also when the user is out of scope. */
  async one(scope: Scope, id: string): Promise<UserResponse> {
    const condition = allOf([{ sql: 's.id = ?', params: [id] }, coveredBy(scope, 'u.path')]);
    const [row] = await this.reads.rows<UserRow & Pick<UserResponse, 'email'>>(
      `SELECT ${SUMMARY}, s.email ${FROM} WHERE ${condition.sql}`,
      condition.params,
    );
    if (!row) throw new NotFoundError('user', id);
    const seats = await readSeats(this.reads, id);
    return {
      ...row,
      isDisabled: row.isDisabled === 1,
      seats: seats.map(({ userId: _, ...seat }) => seat),
      tokens: await readTokens(this.reads, id),
    };
  }
}

function summary(row: UserRow): UserSummary {
  return { ...row, isDisabled: row.isDisabled === 1 };
}
