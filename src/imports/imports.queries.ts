import { Injectable } from '@nestjs/common';
import { FATE_LABELS, IMPORT_LABELS, OUTCOME_LABELS, csvLine, type RowFate } from '../../workflows/import';
import type { Actor } from '../platform/auth/actor';
import { NotFoundError } from '../platform/errors/platform.errors';
import { allOf, equals } from '../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import type { PageQuery } from '../platform/http/pages/page-query.request';
import { ReadDatabase } from '../platform/persistence';
import type { ImportRowsQuery } from './dto/import.request';
import type { ImportReasonResponse, ImportResponse, ImportRowResponse } from './dto/import.response';
import { importsSeenBy, isImportSeenBy } from './import-sight';
import { IMPORT_COLUMNS, readImport, type ImportRecord } from './imports.repository';

const NEWEST: Keyset = { name: 'imports.createdAt', sortColumn: 'created_at', idColumn: 'id', direction: 'desc' };
const BY_ORDINAL: Keyset = { name: 'importRows', sortColumn: 'ordinal', idColumn: 'import_id', direction: 'asc' };

const ROW_COLUMNS = `ordinal, line, fate, outcome, subject_ids AS "subjectIds", reasons, cells`;
const ROWS_AT_ONCE = 1_000;
const BYTE_ORDER_MARK = '\u{FEFF}';

type StoredRow = Pick<ImportRowResponse, 'ordinal' | 'line' | 'fate' | 'outcome'> & {
  readonly subjectIds: string;
  readonly reasons: string;
  readonly cells: string | null;
};

/** Reads files that were tried out: the actor's own, and those of the units whose registers the actor keeps. */
@Injectable()
export class ImportsQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of files, the newest first. */
  async list(actor: Actor, query: PageQuery): Promise<Page<ImportResponse>> {
    const { where, orderBy, limit } = keysetPage(NEWEST, query);
    const condition = allOf([importsSeenBy(actor), where]);
    const rows = await this.reads.rows<ImportRecord>(
      `SELECT ${IMPORT_COLUMNS} FROM imports WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(NEWEST, query, rows, { key: ({ createdAt, id }) => ({ value: createdAt, id }), item: shown });
  }

  /** One file. Throws NotFoundError, also when the actor may not know of it. */
  async one(actor: Actor, id: string): Promise<ImportResponse> {
    return shown(await this.seen(actor, id));
  }

  /** Its rows in their order. Throws NotFoundError. */
  async rows(actor: Actor, id: string, query: ImportRowsQuery): Promise<Page<ImportRowResponse>> {
    await this.seen(actor, id);
    const { where, orderBy, limit } = keysetPage(BY_ORDINAL, query);
    const filters = [...equals('fate', query.fate), ...equals('outcome', query.outcome)];
    const condition = allOf([{ sql: 'import_id = ?', params: [id] }, where, ...filters]);
    const rows = await this.reads.rows<StoredRow>(
      `SELECT ${ROW_COLUMNS} FROM import_rows WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(BY_ORDINAL, query, rows, { key: ({ ordinal }) => ({ value: ordinal, id }), item: rowShown });
  }

  /** All rows as comma-separated values: what became of each, why, and its cells under the headings of the file. */
  async table(actor: Actor, id: string, fate?: RowFate): Promise<AsyncIterable<string>> {
    const { headings } = await this.seen(actor, id);
    return this.lines(id, JSON.parse(headings) as string[], fate);
  }

  private async *lines(id: string, headings: readonly string[], fate?: RowFate): AsyncGenerator<string> {
    yield `${BYTE_ORDER_MARK}${csvLine(['Dòng', 'Dự kiến', 'Kết quả', 'Lý do', 'Mã đã có', ...headings])}`;
    const filter = allOf([{ sql: 'import_id = ?', params: [id] }, ...equals('fate', fate)]);
    for (let after = 0, isMore = true; isMore;) {
      const rows = await this.reads.rows<StoredRow>(
        `SELECT ${ROW_COLUMNS} FROM import_rows WHERE ${filter.sql} AND ordinal > ? ORDER BY ordinal LIMIT ${ROWS_AT_ONCE}`,
        [...filter.params, after],
      );
      for (const row of rows) yield lineOf(rowShown(row));
      after = rows.at(-1)?.ordinal ?? after;
      isMore = rows.length === ROWS_AT_ONCE;
    }
  }

  private async seen(actor: Actor, id: string): Promise<ImportRecord> {
    const record = await readImport(this.reads, id);
    if (!record || !isImportSeenBy(actor, record)) throw new NotFoundError('import', id);
    return record;
  }
}

function shown({ unitPath: _, headings: __, fates, ...record }: ImportRecord): ImportResponse {
  return {
    ...record,
    stateLabel: IMPORT_LABELS[record.state],
    fates: JSON.parse(fates) as Readonly<Record<string, number>>,
  };
}

function rowShown(row: StoredRow): ImportRowResponse {
  return {
    ...row,
    subjectIds: JSON.parse(row.subjectIds) as string[],
    reasons: JSON.parse(row.reasons) as ImportReasonResponse[],
    cells: row.cells === null ? null : (JSON.parse(row.cells) as string[]),
  };
}

function lineOf({ ordinal, fate, outcome, reasons, subjectIds, cells }: ImportRowResponse): string {
  const why = reasons.map(({ message }) => message.vi).join('; ');
  const became = outcome === null ? '' : OUTCOME_LABELS[outcome].vi;
  return csvLine([String(ordinal), FATE_LABELS[fate].vi, became, why, subjectIds.join(' '), ...(cells ?? [])]);
}
