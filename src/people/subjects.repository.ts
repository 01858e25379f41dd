import { inChunks, placeholders, type RowReader } from '../platform/persistence';
import type { SubjectKind, SubjectLabel, SubjectRef, SubjectUnit } from './subject';

const MOST_AT_ONCE = 500;

/** Where the subjects of a kind are, under which name, and when they were erased. */
const SOURCES: Readonly<
  Record<SubjectKind, { readonly table: string; readonly name: string; readonly erasedAt: string }>
> = {
  person: { table: 'people', name: 'name', erasedAt: 'erased_at' },
  collective: { table: 'collectives', name: 'name', erasedAt: 'NULL' },
  household: { table: 'households', name: 'head_name', erasedAt: 'erased_at' },
};

interface SubjectRow {
  readonly id: string;
  readonly path: string;
  readonly isErased: number;
}

/** The unit of a subject and whether the subject was erased; undefined when there is no such subject. */
export async function readSubjectUnit(
  rows: RowReader,
  kind: SubjectKind,
  id: string,
): Promise<(SubjectUnit & { readonly isErased: boolean }) | undefined> {
  const { table, erasedAt } = SOURCES[kind];
  const [row] = await rows.rows<SubjectRow>(
    `SELECT u.id, u.path, CASE WHEN ${erasedAt} IS NULL THEN 0 ELSE 1 END AS "isErased"
     FROM ${table} s JOIN units u ON u.id = s.unit_id WHERE s.id = ?`,
    [id],
  );
  return row && { id: row.id, path: row.path, isErased: row.isErased === 1 };
}

/** The labels of subjects of one kind, in no order; ids without a row are left out. */
export async function readLabels(rows: RowReader, kind: SubjectKind, ids: readonly string[]): Promise<SubjectLabel[]> {
  const { table, name, erasedAt } = SOURCES[kind];
  const labels: SubjectLabel[] = [];
  for (const some of inChunks([...new Set(ids)], MOST_AT_ONCE)) {
    const found = await rows.rows<{ id: string; name: string; isErased: number }>(
      `SELECT id, ${name} AS name, CASE WHEN ${erasedAt} IS NULL THEN 0 ELSE 1 END AS "isErased"
       FROM ${table} WHERE id IN ${placeholders(some.length)}`,
      some,
    );
    labels.push(...found.map((row) => ({ kind, id: row.id, name: row.name, isErased: row.isErased === 1 })));
  }
  return labels;
}

/** The key of a subject among those of all kinds. */
export function subjectKey({ kind, id }: SubjectRef): string {
  return `${kind}:${id}`;
}
