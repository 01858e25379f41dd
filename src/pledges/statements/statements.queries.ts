import { Injectable } from '@nestjs/common';
import { coveredBy, type Scope, type SqlCondition } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf, equals } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { PrivateTexts, ReadDatabase } from '../../platform/persistence';
import type { StatementListQuery } from '../dto/result-statement.request';
import type { ResultStatementResponse, StatementPaper } from '../dto/result-statement.response';

const BY_AGE: Keyset = {
  name: 'resultStatements.id',
  sortColumn: 's.recorded_at',
  idColumn: 's.id',
  direction: 'desc',
};

const STATEMENTS = `SELECT s.id, s.campaign_id AS "campaignId", s.unit_id AS "unitId", s.of_total AS "of", s.reached,
  s.exceeded, s.as_of AS "asOf", s.paper, s.recorded_at AS "recordedAt", s.withdrawn_at AS "withdrawnAt",
  s.withdrawn_for AS "withdrawnFor" FROM result_statements s`;

type StatementRow = Omit<ResultStatementResponse, 'paper'> & { readonly paper: string };
type StoredPaper = StatementPaper & { readonly title: string };

/** Reads statements of results: of the units that the scope covers. */
@Injectable()
export class StatementsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly texts: PrivateTexts,
  ) {}

  /** A page of statements of a campaign, newest first, those withdrawn among them. */
  async list(scope: Scope, query: StatementListQuery): Promise<Page<ResultStatementResponse>> {
    const { where, orderBy, limit } = keysetPage(BY_AGE, query);
    const condition = allOf([
      coveredBy(scope, 's.unit_path'),
      where,
      ...equals('s.campaign_id', query.campaignId),
      ...equals('s.unit_id', query.unitId),
    ]);
    const rows = await this.read(condition, `ORDER BY ${orderBy} LIMIT ${limit}`);
    return pageOf(BY_AGE, query, rows, {
      key: ({ recordedAt, id }) => ({ value: recordedAt, id }),
      item: (statement) => statement,
    });
  }

  /** One statement. Throws NotFoundError. */
  async one(scope: Scope, id: string): Promise<ResultStatementResponse> {
    const [found] = await this.read(allOf([{ sql: 's.id = ?', params: [id] }, coveredBy(scope, 's.unit_path')]), '');
    if (!found) throw new NotFoundError('resultStatement', id);
    return found;
  }

  /** The statement of each unit that stands and counts up to the latest day, of a campaign. */
  async standing(scope: Scope, campaignId: string): Promise<readonly Readonly<ResultStatementResponse>[]> {
    const condition = allOf([
      coveredBy(scope, 's.unit_path'),
      { sql: 's.campaign_id = ? AND s.withdrawn_at IS NULL', params: [campaignId] },
      {
        sql: `NOT EXISTS (SELECT 1 FROM result_statements l WHERE l.campaign_id = s.campaign_id
          AND l.unit_id = s.unit_id AND l.withdrawn_at IS NULL
          AND (l.as_of, l.recorded_at, l.id) > (s.as_of, s.recorded_at, s.id))`,
        params: [],
      },
    ]);
    return this.read(condition, 'ORDER BY s.unit_path, s.id');
  }

  private async read({ sql, params }: SqlCondition, tail: string): Promise<readonly ResultStatementResponse[]> {
    const rows = await this.reads.rows<StatementRow>(`${STATEMENTS} WHERE ${sql} ${tail}`, params);
    const papers = new Map(rows.map(({ id, paper }) => [id, JSON.parse(paper) as StoredPaper]));
    const titles = [...papers.values()].map(({ title }) => title);
    const texts = await this.texts.readTexts(this.reads, [
      ...titles,
      ...rows.flatMap(({ withdrawnFor }) => withdrawnFor ?? []),
    ]);
    return rows.map((row) => {
      const { title, ...paper } = papers.get(row.id) ?? { title: '' };
      const withdrawnFor = row.withdrawnFor === null ? null : (texts.get(row.withdrawnFor) ?? null);
      return { ...row, paper: { ...paper, title: texts.get(title) ?? null }, withdrawnFor };
    });
  }
}
