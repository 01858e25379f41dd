import { Injectable } from '@nestjs/common';
import { localDate, type Refusal } from '../../../workflows/kernel';
import { coveredBy, type Scope } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf, equals } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import type { PageQuery } from '../../platform/http/pages/page-query.request';
import { PrivateTexts, ReadDatabase } from '../../platform/persistence';
import { notDueRefusal } from '../decisions/prize-not-due';
import { PrizesDue } from '../decisions/prizes-due';
import { commandOfList, type CaseListKind, type CaseListState } from './case-list';
import { CasePreview } from './case-preview.service';
import type { CaseListQuery } from './dto/case-list.request';
import type { CaseListLineResponse } from './dto/case-list.response';

const LATEST: Keyset = { name: 'caseLists.datedOn', sortColumn: 'dated_on', idColumn: 'id', direction: 'desc' };
const IN_ORDER: Keyset = { name: 'caseListLines', sortColumn: 'l.ordinal', idColumn: 'l.case_id', direction: 'asc' };

const COLUMNS = `id, unit_id AS "unitId", dated_on AS "datedOn", place, presenter, paper, state,
  case_count AS "caseCount", version`;

/** A ceremony or a payment list as stored, with the text of who presents. */
export interface ShownList {
  readonly id: string;
  readonly unitId: string;
  readonly datedOn: string;
  readonly place: string | null;
  readonly presenter: string | null;
  readonly paper: string | null;
  readonly state: CaseListState;
  readonly caseCount: number;
  readonly version: number;
}

interface LineRow extends Omit<CaseListLineResponse, 'outcome' | 'reasons'> {
  readonly outcome: string | null;
  readonly reasons: string | null;
}

/** Reads ceremonies and payment lists: of the actor's units and of the units below. */
@Injectable()
export class CaseListsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly texts: PrivateTexts,
    private readonly preview: CasePreview,
    private readonly prizesDue: PrizesDue,
  ) {}

  /** A page of lists of one kind, the latest day first. */
  async list(kind: CaseListKind, scope: Scope, query: CaseListQuery): Promise<Page<ShownList>> {
    const { where, orderBy, limit } = keysetPage(LATEST, query);
    const filters = [{ sql: 'kind = ?', params: [kind] }, ...equals('unit_id', query.unitId)];
    const condition = allOf([coveredBy(scope, 'unit_path'), where, ...filters]);
    const rows = await this.reads.rows<ShownList>(
      `SELECT ${COLUMNS} FROM case_lists WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    const page = pageOf(LATEST, query, rows, {
      key: ({ datedOn, id }) => ({ value: datedOn, id }),
      item: (row) => row,
    });
    return { items: await this.withPresenters(page.items), nextCursor: page.nextCursor };
  }

  /** One list. Throws NotFoundError, also when it is out of scope or of the other kind. */
  async one(kind: CaseListKind, scope: Scope, id: string): Promise<ShownList> {
    const condition = allOf([{ sql: 'id = ? AND kind = ?', params: [id, kind] }, coveredBy(scope, 'unit_path')]);
    const rows = await this.reads.rows<ShownList>(
      `SELECT ${COLUMNS} FROM case_lists WHERE ${condition.sql}`,
      condition.params,
    );
    const [list] = await this.withPresenters(rows);
    if (!list) throw new NotFoundError(kind, id);
    return list;
  }

  /** A page of the cases of a list, in their order, each with its outcome or with what would become of it now. */
  async linesOf(kind: CaseListKind, scope: Scope, id: string, query: PageQuery): Promise<Page<CaseListLineResponse>> {
    const list = await this.one(kind, scope, id);
    const { where, orderBy, limit } = keysetPage(IN_ORDER, query);
    const condition = allOf([{ sql: 'l.list_id = ?', params: [id] }, where]);
    const rows = await this.reads.rows<LineRow>(
      `SELECT l.ordinal, l.case_id AS "caseId", c.unit_id AS "unitId", u.name AS "unitName", c.tier,
         c.subject_kind AS "subjectKind", c.amount, l.outcome, l.reasons
       FROM case_list_lines l JOIN award_cases c ON c.id = l.case_id JOIN units u ON u.id = c.unit_id
       WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    const page = pageOf(IN_ORDER, query, rows, {
      key: ({ ordinal, caseId }) => ({ value: ordinal, id: caseId }),
      item: (row) => row,
    });
    const command = commandOfList(kind, localDate(list.datedOn));
    const waiting = page.items.filter(({ outcome }) => outcome === null).map(({ caseId }) => ({ caseId, ...command }));
    const refusals = await this.preview.refusalsOf(waiting);
    const ids = waiting.map(({ caseId }) => caseId);
    const notDue = kind === 'payment' ? await this.prizesDue.notDueOf(this.reads, ids) : undefined;
    const items = page.items.map((row) => {
      const why = notDue?.get(row.caseId);
      return lineOf(row, why ? [notDueRefusal(why)] : refusals.get(row.caseId));
    });
    return { items, nextCursor: page.nextCursor };
  }

  private async withPresenters(lists: readonly ShownList[]): Promise<readonly ShownList[]> {
    const texts = await this.texts.readTexts(
      this.reads,
      lists.flatMap(({ presenter }) => presenter ?? []),
    );
    return lists.map((list) => ({ ...list, presenter: texts.get(list.presenter ?? '') ?? null }));
  }
}

function lineOf(row: LineRow, wouldBe: readonly Refusal[] | undefined): CaseListLineResponse {
  const ordinal = row.ordinal + 1;
  if (row.outcome === null) {
    return { ...row, ordinal, outcome: wouldBe ? 'wouldBeRefused' : 'expected', reasons: wouldBe ?? [] };
  }
  const reasons = row.reasons === null ? [] : (JSON.parse(row.reasons) as Refusal[]);
  return { ...row, ordinal, outcome: row.outcome, reasons };
}
