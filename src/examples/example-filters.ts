import { SUBJECT_KINDS, type SubjectDirectory } from '../people';
import type { SqlCondition } from '../platform/auth/scope';
import { containsText, equals } from '../platform/http/pages/conditions';
import { placeholders, type RowReader } from '../platform/persistence';
import type { ExampleListQuery } from './dto/example-list.request';

/** What a list of examples is narrowed by; `e` is the table. A person who was merged is found under every id. */
export async function examplesWith(
  rows: RowReader,
  subjects: SubjectDirectory,
  { state, kind, field, year, campaignId, unitId, subjectId, caseId, achievementId, search }: ExampleListQuery,
): Promise<readonly SqlCondition[]> {
  return [
    ...equals('e.state', state),
    ...equals('e.kind', kind),
    ...equals('e.field', field),
    ...foundIn(year),
    ...equals('e.campaign_id', campaignId),
    ...equals('e.unit_id', unitId),
    ...(subjectId === undefined ? [] : [aboutAny(await subjects.idsOf(rows, { kind: 'person', id: subjectId }))]),
    ...linkedWith(['case'], caseId === undefined ? undefined : [caseId]),
    ...linkedWith(['achievement'], achievementId === undefined ? undefined : [achievementId]),
    ...(search === undefined ? [] : [containsText('e.title_folded', search)]),
  ];
}

/** Those found in a year; all when there is none to ask for. */
export function foundIn(year: number | undefined): readonly SqlCondition[] {
  return year === undefined ? [] : [{ sql: 'e.found_year = ?', params: [year] }];
}

/** Ids are those of all kinds: no two subjects share one. */
function aboutAny(ids: readonly string[]): SqlCondition {
  const [linked] = linkedWith(SUBJECT_KINDS, ids);
  return {
    sql: `(e.subject_id IN ${placeholders(ids.length)} OR ${linked?.sql ?? '1 = 0'})`,
    params: [...ids, ...(linked?.params ?? [])],
  };
}

function linkedWith(kinds: readonly string[], ids: readonly string[] | undefined): readonly SqlCondition[] {
  if (ids === undefined) return [];
  return [
    {
      sql: `EXISTS (SELECT 1 FROM example_links l WHERE l.example_id = e.id AND l.kind IN ${placeholders(kinds.length)}
        AND l.target_id IN ${placeholders(ids.length)})`,
      params: [...kinds, ...ids],
    },
  ];
}
