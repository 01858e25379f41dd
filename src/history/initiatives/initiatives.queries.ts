import { Injectable } from '@nestjs/common';
import type { Scope, SqlCondition } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf, equals } from '../../platform/http/pages/conditions';
import type { Page } from '../../platform/http/pages/keyset-page';
import { PrivateTexts, ReadDatabase } from '../../platform/persistence';
import { PROOF_COLUMNS, proofOf, type ProofRow } from '../proof-columns';
import { readRecordPage, type RecordSource } from '../subjects/record-pages';
import { aboutSubject, subjectCoveredBy } from '../subjects/subject-sight';
import type { InitiativeListQuery } from './dto/initiative-list.request';
import type {
  InitiativeAuthorResponse,
  InitiativeResponse,
  InitiativeSummary,
  InitiativeUseResponse,
} from './dto/initiative.response';

type InitiativeRow = Omit<InitiativeSummary, 'paper'> & ProofRow;
/** A plain object, so that more can be laid beside it. */
type Shown = Pick<InitiativeSummary, keyof InitiativeSummary>;
type UseRow = Omit<InitiativeUseResponse, 'isOverride'> & { readonly overrideReason: string | null };

const LATEST: RecordSource<InitiativeRow, Shown> = {
  keyset: { name: 'initiatives.recognisedOn', sortColumn: 'r.recognised_on', idColumn: 'r.id', direction: 'desc' },
  columns: `r.id, r.title, r.kind, r.scope, r.recognised_on AS "recognisedOn", r.withdrawn_at AS "withdrawnAt",
    r.version, ${PROOF_COLUMNS}`,
  from: 'initiatives r',
  key: ({ recognisedOn, id }) => ({ value: recognisedOn, id }),
  item: ({ proofNumber, proofIssuer, proofDate, ...initiative }) => ({
    ...initiative,
    paper: proofOf({ proofNumber, proofIssuer, proofDate }),
  }),
};

/** Reads initiatives of which one author at least belongs to the actor's units or to those below. */
@Injectable()
export class InitiativesQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly privateTexts: PrivateTexts,
  ) {}

  /** A page of initiatives, the latest first; those that were withdrawn say so. */
  list(scope: Scope, query: InitiativeListQuery): Promise<Page<InitiativeSummary>> {
    return readRecordPage(this.reads, LATEST, query, [
      authoredWithin(scope, query.subjectId),
      ...equals('r.scope', query.scope),
    ]);
  }

  /** One initiative. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string): Promise<InitiativeResponse> {
    const condition = allOf([{ sql: 'r.id = ?', params: [id] }, authoredWithin(scope, undefined)]);
    const [found] = await this.reads.rows<InitiativeRow & { readonly effectText: string }>(
      `SELECT ${LATEST.columns}, r.effect AS "effectText" FROM ${LATEST.from} WHERE ${condition.sql}`,
      condition.params,
    );
    if (!found) throw new NotFoundError('initiative', id);
    const { effectText, ...row } = found;
    const texts = await this.privateTexts.readTexts(this.reads, effectText === '' ? [] : [effectText]);
    return {
      ...LATEST.item(row),
      effect: texts.get(effectText) ?? null,
      authors: await this.authorsOf(id),
      uses: await this.usesOf(id),
    };
  }

  private authorsOf(id: string): Promise<readonly InitiativeAuthorResponse[]> {
    return this.reads.rows<InitiativeAuthorResponse>(
      `SELECT subject_kind AS "subjectKind", subject_id AS "subjectId" FROM initiative_authors
       WHERE initiative_id = ? ORDER BY ordinal`,
      [id],
    );
  }

  private async usesOf(id: string): Promise<readonly InitiativeUseResponse[]> {
    const rows = await this.reads.rows<UseRow>(
      `SELECT id, case_id AS "caseId", award_record_id AS "awardRecordId", used_on AS "usedOn",
         override_reason AS "overrideReason", released_at AS "releasedAt"
       FROM initiative_uses WHERE initiative_id = ? ORDER BY used_on, id`,
      [id],
    );
    return rows.map(({ overrideReason, ...use }) => ({ ...use, isOverride: overrideReason !== null }));
  }
}

function authoredWithin(scope: Scope, subjectId: string | undefined): SqlCondition {
  const condition = allOf([
    { sql: 'a.initiative_id = r.id', params: [] },
    subjectCoveredBy(scope, 'a'),
    ...aboutSubject(subjectId, 'a'),
  ]);
  return { sql: `EXISTS (SELECT 1 FROM initiative_authors a WHERE ${condition.sql})`, params: condition.params };
}
