import type { AwardFact, DisciplineFact, InitiativeFact, InitiativeUse, RatingFact } from '../../../workflows/history';
import type { SubjectRef } from '../../people';
import { inChunks, placeholders, type RowReader } from '../../platform/persistence';

/** A fact and whom it is about. */
export interface Of<Fact> {
  readonly subject: SubjectRef;
  readonly fact: Fact;
}

interface About {
  readonly subjectKind: SubjectRef['kind'];
  readonly subjectId: string;
}

const MOST_AT_ONCE = 500;
const SUBJECT = 'r.subject_kind AS "subjectKind", r.subject_id AS "subjectId"';

/** The ratings of these subjects that stand. */
export function readRatingFacts(rows: RowReader, subjects: readonly SubjectRef[]): Promise<readonly Of<RatingFact>[]> {
  return factsOf<RatingFact>(rows, subjects, 'r.id, r.period, r.year, r.rating', 'ratings r');
}

/** The awards of these subjects by entered decisions that stand. */
export function readAwardFacts(rows: RowReader, subjects: readonly SubjectRef[]): Promise<readonly Of<AwardFact>[]> {
  return factsOf<AwardFact>(
    rows,
    subjects,
    `r.id, 'record' AS "source", r.tier, r.tier_name AS "name", r.family, r.kind, r.achieved_from AS "achievedFrom",
     r.achieved_to AS "achievedTo", r.issued_on AS "decidedOn", d.number || '/' || d.symbol AS "decision", r.amount`,
    'award_records r JOIN decision_records d ON d.id = r.decision_record_id',
  );
}

/** The disciplinary measures on these subjects that were not withdrawn. */
export function readDisciplineFacts(
  rows: RowReader,
  subjects: readonly SubjectRef[],
): Promise<readonly Of<DisciplineFact>[]> {
  const columns = 'r.id, r.form, r.starts_on AS "from", r.ends_on AS "until", r.lifted_on AS "liftedOn"';
  return factsOf<DisciplineFact>(rows, subjects, columns, 'disciplines r');
}

/** The initiatives of these subjects that stand, with what they back now. */
export async function readInitiativeFacts(
  rows: RowReader,
  subjects: readonly SubjectRef[],
): Promise<readonly Of<InitiativeFact>[]> {
  const found = await factsOf<Omit<InitiativeFact, 'uses'>>(
    rows,
    subjects,
    'i.id, i.title, i.kind, i.scope, i.recognised_on AS "recognisedOn"',
    'initiative_authors r JOIN initiatives i ON i.id = r.initiative_id',
    'i.withdrawn_at IS NULL',
  );
  const ids = [...new Set(found.map(({ fact }) => fact.id))];
  const uses = await readUses(rows, ids);
  return found.map(({ subject, fact }) => ({ subject, fact: { ...fact, uses: uses.get(fact.id) ?? [] } }));
}

async function readUses(rows: RowReader, ids: readonly string[]): Promise<ReadonlyMap<string, InitiativeUse[]>> {
  const uses = new Map<string, InitiativeUse[]>();
  for (const some of inChunks(ids, MOST_AT_ONCE)) {
    const found = await rows.rows<InitiativeUse & { readonly initiativeId: string }>(
      `SELECT id, initiative_id AS "initiativeId", case_id AS "caseId", award_record_id AS "awardRecordId",
         used_on AS "usedOn"
       FROM initiative_uses WHERE released_at IS NULL AND initiative_id IN ${placeholders(some.length)}
       ORDER BY used_on, id`,
      some,
    );
    for (const { initiativeId, ...use } of found) uses.set(initiativeId, [...(uses.get(initiativeId) ?? []), use]);
  }
  return uses;
}

/** Ids are those of all kinds: no two subjects share one. */
async function factsOf<Fact extends object>(
  rows: RowReader,
  subjects: readonly SubjectRef[],
  columns: string,
  from: string,
  stands = 'r.withdrawn_at IS NULL',
): Promise<readonly Of<Fact>[]> {
  const all: Of<Fact>[] = [];
  const ids = [...new Set(subjects.map(({ id }) => id))];
  for (const some of inChunks(ids, MOST_AT_ONCE)) {
    const found = await rows.rows<Fact & About>(
      `SELECT ${SUBJECT}, ${columns} FROM ${from} WHERE ${stands} AND r.subject_id IN ${placeholders(some.length)}`,
      some,
    );
    all.push(
      ...found.map(({ subjectKind, subjectId, ...fact }) => ({
        subject: { kind: subjectKind, id: subjectId },
        // What is left of the row is the fact that its columns were named after.
        fact: fact as unknown as Fact,
      })),
    );
  }
  return all;
}
