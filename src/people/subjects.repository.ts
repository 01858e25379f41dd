import { inChunks, placeholders, type RowReader } from '../platform/persistence';
import type { SubjectKind, SubjectLabel, SubjectRef, SubjectUnit } from './subject';

const MOST_AT_ONCE = 500;

/** Where the subjects of a kind are, under which name, and when they were erased. */
interface Source {
  /** `asked` is the row of the id, `s` the one that is read for it. */
  readonly from: string;
  readonly name: string;
  readonly erasedAt: string;
  readonly isMerged: string;
}

const SOURCES: Readonly<Record<SubjectKind, Source>> = {
  person: {
    from: 'people asked JOIN people s ON s.id = COALESCE(asked.merged_into_id, asked.id)',
    name: 's.name',
    erasedAt: 's.erased_at',
    isMerged: 'CASE WHEN asked.merged_into_id IS NULL THEN 0 ELSE 1 END',
  },
  collective: {
    from: 'collectives asked JOIN collectives s ON s.id = asked.id',
    name: 's.name',
    erasedAt: 'NULL',
    isMerged: '0',
  },
  household: {
    from: 'households asked JOIN households s ON s.id = asked.id',
    name: 's.head_name',
    erasedAt: 's.erased_at',
    isMerged: '0',
  },
};

interface SubjectRow {
  readonly id: string;
  readonly path: string;
  readonly isErased: number;
  readonly isMerged: number;
}

/** The unit of a subject, and whether the subject was erased or is a row that was merged into another one of the same person; undefined when there is no such subject. */
export async function readSubjectUnit(
  rows: RowReader,
  kind: SubjectKind,
  id: string,
): Promise<(SubjectUnit & { readonly isErased: boolean; readonly isMerged: boolean }) | undefined> {
  const { from, erasedAt, isMerged } = SOURCES[kind];
  const [row] = await rows.rows<SubjectRow>(
    `SELECT u.id, u.path, CASE WHEN ${erasedAt} IS NULL THEN 0 ELSE 1 END AS "isErased", ${isMerged} AS "isMerged"
     FROM ${from} JOIN units u ON u.id = s.unit_id WHERE asked.id = ?`,
    [id],
  );
  return row && { id: row.id, path: row.path, isErased: row.isErased === 1, isMerged: row.isMerged === 1 };
}

/** The same for many subjects of one kind, in no order, each under the id that was asked for; ids without a row are left out. */
export async function readSubjectUnits(
  rows: RowReader,
  kind: SubjectKind,
  ids: readonly string[],
): Promise<readonly { id: string; path: string; isErased: boolean; isMerged: boolean }[]> {
  const { from, erasedAt, isMerged } = SOURCES[kind];
  const found: SubjectRow[] = [];
  for (const some of inChunks([...new Set(ids)], MOST_AT_ONCE)) {
    found.push(
      ...(await rows.rows<SubjectRow>(
        `SELECT asked.id, u.path, CASE WHEN ${erasedAt} IS NULL THEN 0 ELSE 1 END AS "isErased", ${isMerged} AS "isMerged"
         FROM ${from} JOIN units u ON u.id = s.unit_id WHERE asked.id IN ${placeholders(some.length)}`,
        some,
      )),
    );
  }
  return found.map((row) => ({ ...row, isErased: row.isErased === 1, isMerged: row.isMerged === 1 }));
}

/** The labels of subjects of one kind, in no order; ids without a row are left out. */
export async function readLabels(rows: RowReader, kind: SubjectKind, ids: readonly string[]): Promise<SubjectLabel[]> {
  const { from, name, erasedAt } = SOURCES[kind];
  const labels: SubjectLabel[] = [];
  for (const some of inChunks([...new Set(ids)], MOST_AT_ONCE)) {
    const found = await rows.rows<{ id: string; name: string; isErased: number }>(
      `SELECT asked.id, ${name} AS name, CASE WHEN ${erasedAt} IS NULL THEN 0 ELSE 1 END AS "isErased"
       FROM ${from} WHERE asked.id IN ${placeholders(some.length)}`,
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
