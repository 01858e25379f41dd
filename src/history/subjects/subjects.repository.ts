import type { SubjectRef } from '../../people';
import { inChunks, placeholders, type RowReader } from '../../platform/persistence';

/** Where the subjects of a kind are (`m` has the id, `s` the row that is read for it), and those of whom something new may be said. */
const PLACES = [
  {
    kind: 'person',
    from: 'people m JOIN people s ON s.id = COALESCE(m.merged_into_id, m.id)',
    isKept: 'm.merged_into_id IS NULL AND s.erased_at IS NULL',
  },
  { kind: 'collective', from: 'collectives m JOIN collectives s ON s.id = m.id', isKept: '1 = 1' },
  { kind: 'household', from: 'households m JOIN households s ON s.id = m.id', isKept: 's.erased_at IS NULL' },
] as const;

/** Subjects in one statement. */
const MOST_AT_ONCE = 500;

/** The key of a subject among those of all kinds. */
export function keyOfSubject({ kind, id }: SubjectRef): string {
  return `${kind}:${id}`;
}

/**
 * The paths of the units that subjects belong to today, by their keys; those who are not there are left out. `kept` leaves
 * out as well those who were erased, and rows that were merged into another one of the same person.
 */
export async function readSubjectPaths(
  rows: RowReader,
  subjects: readonly SubjectRef[],
  which: 'kept' | 'all',
): Promise<ReadonlyMap<string, string>> {
  const paths = new Map<string, string>();
  for (const { kind, from, isKept } of PLACES) {
    const ids = [...new Set(subjects.filter((subject) => subject.kind === kind).map(({ id }) => id))];
    for (const some of inChunks(ids, MOST_AT_ONCE)) {
      const found = await rows.rows<{ id: string; path: string }>(
        `SELECT m.id, u.path FROM ${from} JOIN units u ON u.id = s.unit_id
         WHERE m.id IN ${placeholders(some.length)} AND ${which === 'kept' ? isKept : '1 = 1'}`,
        some,
      );
      for (const { id, path } of found) paths.set(keyOfSubject({ kind, id }), path);
    }
  }
  return paths;
}

/** A subject that was asked for, and one of the ids under which it stands in records. */
export interface Alias {
  readonly asked: string;
  readonly alias: SubjectRef;
}

/** All ids under which these subjects stand in records: rows of one person that were merged are one subject. */
export async function readAliases(rows: RowReader, subjects: readonly SubjectRef[]): Promise<readonly Alias[]> {
  const aliases: Alias[] = subjects.map((subject) => ({ asked: keyOfSubject(subject), alias: subject }));
  const people = subjects.filter(({ kind }) => kind === 'person').map(({ id }) => id);
  for (const some of inChunks([...new Set(people)], MOST_AT_ONCE)) {
    const found = await rows.rows<{ askedId: string; id: string }>(
      `SELECT asked.id AS "askedId", p.id FROM people asked
       JOIN people p ON COALESCE(p.merged_into_id, p.id) = COALESCE(asked.merged_into_id, asked.id) AND p.id <> asked.id
       WHERE asked.id IN ${placeholders(some.length)}
         AND (asked.merged_into_id IS NOT NULL OR EXISTS (SELECT 1 FROM people o WHERE o.merged_into_id = asked.id))`,
      some,
    );
    for (const { askedId, id } of found) {
      aliases.push({ asked: keyOfSubject({ kind: 'person', id: askedId }), alias: { kind: 'person', id } });
    }
  }
  return aliases;
}
