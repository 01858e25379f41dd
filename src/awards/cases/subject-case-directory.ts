import { Injectable } from '@nestjs/common';
import { isDecidedState, isOpenState } from '../../../workflows/award';
import type { LocalDate } from '../../../workflows/kernel';
import { SubjectCases, type CaseAward, type KnownCase, type SubjectFreezeFact } from '../../history';
import type { SubjectRef } from '../../people';
import { inChunks, placeholders, type RowReader } from '../../platform/persistence';

interface About {
  readonly kind: SubjectRef['kind'];
  readonly subjectId: string;
}

type DecidedRow = About &
  Omit<CaseAward, 'subject' | 'decision'> & {
    readonly state: string;
    readonly number: string | null;
    readonly symbol: string | null;
  };

type FreezeRow = About & {
  readonly id: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly liftedAt: string | null;
};

const MOST_AT_ONCE = 500;

/** What the history of a subject asks of its cases. Facts, not answers to a user: it takes no scope and checks none. */
@Injectable()
export class SubjectCaseDirectory extends SubjectCases {
  override async awardsOf(rows: RowReader, subjects: readonly SubjectRef[]): Promise<readonly CaseAward[]> {
    const found = await ofSubjects<DecidedRow>(
      rows,
      subjects,
      `SELECT c.subject_kind AS "kind", c.subject_id AS "subjectId", c.id, c.state, c.tier, c.family,
         c.achieved_from AS "achievedFrom", c.achieved_to AS "achievedTo", c.decided_on AS "decidedOn", c.amount,
         d.number, d.symbol
       FROM award_cases c LEFT JOIN decisions d ON d.id = c.decision_id WHERE c.decided_on IS NOT NULL AND c.subject_id`,
    );
    return found
      .filter(({ state }) => isDecidedState(state))
      .map(({ kind, subjectId, state: _, number, symbol, ...award }) => ({
        ...award,
        subject: { kind, id: subjectId },
        decision: number === null || symbol === null ? null : `${number}/${symbol}`,
      }));
  }

  override async openCasesOf(
    rows: RowReader,
    subjects: readonly SubjectRef[],
  ): Promise<readonly { readonly subject: SubjectRef; readonly caseId: string }[]> {
    const found = await ofSubjects<About & { readonly id: string; readonly state: string }>(
      rows,
      subjects,
      `SELECT c.subject_kind AS "kind", c.subject_id AS "subjectId", c.id, c.state FROM award_cases c WHERE c.subject_id`,
    );
    return found
      .filter(({ state }) => isOpenState(state))
      .map(({ kind, subjectId, id }) => ({ subject: { kind, id: subjectId }, caseId: id }))
      .sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
  }

  override async freezesOf(rows: RowReader, subjects: readonly SubjectRef[]): Promise<readonly SubjectFreezeFact[]> {
    const found = await ofSubjects<FreezeRow>(
      rows,
      subjects,
      `SELECT f.subject_kind AS "kind", f.subject_id AS "subjectId", f.id, f.starts_on AS "from", f.ends_on AS "until",
         f.lifted_at AS "liftedAt"
       FROM subject_freezes f WHERE f.subject_id`,
    );
    return found.map(({ kind, subjectId, liftedAt, ...freeze }) => ({
      subject: { kind, id: subjectId },
      freeze: { ...freeze, isLifted: liftedAt !== null },
    }));
  }

  override async caseOf(rows: RowReader, id: string): Promise<KnownCase | undefined> {
    const [found] = await rows.rows<About & { readonly unitPath: string }>(
      `SELECT subject_kind AS "kind", subject_id AS "subjectId", unit_path AS "unitPath" FROM award_cases WHERE id = ?`,
      [id],
    );
    return found && { subject: { kind: found.kind, id: found.subjectId }, unitPath: found.unitPath };
  }
}

/** Rows of a statement that ends in the column of the subject's id. */
async function ofSubjects<Row extends object>(
  rows: RowReader,
  subjects: readonly SubjectRef[],
  select: string,
): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (const some of inChunks([...new Set(subjects.map(({ id }) => id))], MOST_AT_ONCE)) {
    all.push(...(await rows.rows<Row>(`${select} IN ${placeholders(some.length)}`, some)));
  }
  return all;
}
