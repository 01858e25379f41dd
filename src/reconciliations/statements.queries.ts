import { Injectable } from '@nestjs/common';
import { checkWithItself, checkWithRecords, findingSentence, type StatementContent } from '../../workflows/tally';
import type { Finding } from '../../workflows/tally';
import { coveredBy, type Scope } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import { allOf, containsText, equals } from '../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { PrivateTexts, ReadDatabase } from '../platform/persistence';
import type { StatementListQuery } from './dto/statement-list.request';
import type {
  FindingResponse,
  ReconciliationResponse,
  StatementDetailResponse,
  StatementResponse,
} from './dto/statement.response';
import { RecordedFigures } from './recorded-figures';

const LATEST: Keyset = { name: 'statements.asOf', sortColumn: 'as_of', idColumn: 'id', direction: 'desc' };

const COLUMNS = `id, unit_id AS "unitId", campaign_id AS "campaignId", title, source, as_of AS "asOf", axis, state, version`;

type StatementRow = StatementResponse & { readonly content: string; readonly unitPath: string };

/** Reads published statements and checks them. */
@Injectable()
export class StatementsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly texts: PrivateTexts,
    private readonly records: RecordedFigures,
  ) {}

  /** A page of statements, the latest first: those of the actor's units and of the units below. */
  async list(scope: Scope, query: StatementListQuery): Promise<Page<StatementResponse>> {
    const { where, orderBy, limit } = keysetPage(LATEST, query);
    const condition = allOf([
      ...[coveredBy(scope, 'unit_path'), where, ...equals('unit_id', query.unitId)],
      ...[...equals('campaign_id', query.campaignId), ...equals('state', query.state)],
      ...(query.search === undefined ? [] : [containsText('title_folded', query.search)]),
    ]);
    const rows = await this.reads.rows<StatementResponse>(
      `SELECT ${COLUMNS} FROM published_statements WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(LATEST, query, rows, { key: ({ asOf, id }) => ({ value: asOf, id }), item: (row) => row });
  }

  /** One statement with all that it says. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string): Promise<StatementDetailResponse> {
    const row = await this.rowOf(scope, id);
    const { content: _, unitPath: __, ...head } = row;
    const { figures, lists, periods } = await this.contentOf(row);
    return { ...head, figures, lists, periods };
  }

  /** A statement checked with itself and with the records of its unit. Throws NotFoundError. */
  async reconciliation(scope: Scope, id: string): Promise<ReconciliationResponse> {
    const row = await this.rowOf(scope, id);
    const content = await this.contentOf(row);
    const counted = await this.records.of(content, row.unitPath);
    const labels = new Map(
      [...content.figures, ...content.lists, ...content.periods].map(({ code, label }) => [code, label]),
    );
    const shown = (finding: Finding): FindingResponse => findingOf(finding, (code) => labels.get(code) ?? code);
    return {
      statementId: id,
      withItself: checkWithItself(content).map(shown),
      withRecords: checkWithRecords(content, counted).map(shown),
      counted: content.figures.flatMap(({ code, value }) => {
        const found = counted.get(code);
        return found === undefined ? [] : [{ code, stated: value, found }];
      }),
    };
  }

  private async rowOf(scope: Scope, id: string): Promise<StatementRow> {
    const { sql, params } = coveredBy(scope, 'unit_path');
    const [row] = await this.reads.rows<StatementRow>(
      `SELECT ${COLUMNS}, content, unit_path AS "unitPath" FROM published_statements WHERE id = ? AND ${sql}`,
      [id, ...params],
    );
    if (!row) throw new NotFoundError('statement', id);
    return row;
  }

  private async contentOf({ content, axis }: StatementRow): Promise<StatementContent> {
    const text = (await this.texts.readTexts(this.reads, [content])).get(content) ?? null;
    // What was erased says nothing any more.
    return text === null ? { axis, figures: [], lists: [], periods: [] } : (JSON.parse(text) as StatementContent);
  }
}

function findingOf(finding: Finding, called: (code: string) => string): FindingResponse {
  const { kind, code, ...details } = finding;
  return { kind, code, message: findingSentence(finding, called), details };
}
