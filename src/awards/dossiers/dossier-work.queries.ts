import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../../workflows/kernel';
import { coveredBy, type Scope } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import type { PageQuery } from '../../platform/http/pages/page-query.request';
import { PrivateTexts, ReadDatabase } from '../../platform/persistence';
import type { NominateRequest } from '../cases/dto/nominate.request';
import type { LineState } from './dossier-lines.repository';
import type { DossierGapResponse, DossierLineResponse } from './dto/dossier-work.response';

const BY_ORDINAL: Keyset = { name: 'dossierLines.ordinal', sortColumn: 'ordinal', idColumn: 'id', direction: 'asc' };
const OLDEST: Keyset = { name: 'dossierGaps.notedAt', sortColumn: 'noted_at', idColumn: 'id', direction: 'asc' };

interface LineRow {
  readonly id: string;
  readonly ordinal: number;
  readonly nomination: string;
  readonly state: LineState;
  readonly caseId: string | null;
  readonly reasons: string | null;
}

/** Reads the lines and the gaps of a dossier. Throws NotFoundError for one that is out of scope. */
@Injectable()
export class DossierWorkQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly privateTexts: PrivateTexts,
  ) {}

  /** A page of the names that were handed in together, in their order. */
  async lines(scope: Scope, dossierId: string, query: PageQuery): Promise<Page<DossierLineResponse>> {
    await this.assertInScope(scope, dossierId);
    const { where, orderBy, limit } = keysetPage(BY_ORDINAL, query);
    const condition = allOf([{ sql: 'dossier_id = ?', params: [dossierId] }, where]);
    const rows = await this.reads.rows<LineRow>(
      `SELECT id, ordinal, nomination, state, case_id AS "caseId", reasons FROM dossier_lines
       WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(BY_ORDINAL, query, rows, { key: ({ ordinal, id }) => ({ value: ordinal, id }), item: lineOf });
  }

  /** A page of what was found missing, the oldest first. */
  async gaps(scope: Scope, dossierId: string, query: PageQuery): Promise<Page<DossierGapResponse>> {
    await this.assertInScope(scope, dossierId);
    const { where, orderBy, limit } = keysetPage(OLDEST, query);
    const condition = allOf([{ sql: 'dossier_id = ?', params: [dossierId] }, where]);
    const rows = await this.reads.rows<Omit<DossierGapResponse, 'text'> & { readonly text: string }>(
      `SELECT id, case_id AS "caseId", text, noted_at AS "notedAt", settled_at AS "settledAt" FROM dossier_gaps
       WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    const texts = await this.privateTexts.readTexts(
      this.reads,
      rows.map(({ text }) => text),
    );
    return pageOf(OLDEST, query, rows, {
      key: ({ notedAt, id }) => ({ value: notedAt, id }),
      item: (row) => ({ ...row, text: texts.get(row.text) ?? null }),
    });
  }

  private async assertInScope(scope: Scope, id: string): Promise<void> {
    const condition = allOf([{ sql: 'id = ?', params: [id] }, coveredBy(scope, 'unit_path')]);
    const found = await this.reads.rows(`SELECT id FROM dossiers WHERE ${condition.sql}`, condition.params);
    if (found.length === 0) throw new NotFoundError('dossier', id);
  }
}

function lineOf({ id, ordinal, nomination, state, caseId, reasons }: LineRow): DossierLineResponse {
  const { subject, tier } = JSON.parse(nomination) as NominateRequest;
  const why = reasons === null ? [] : (JSON.parse(reasons) as readonly Refusal[]);
  return { id, ordinal, subject, tier, state, caseId, reasons: why };
}
