import type { HistoryFacts } from '../../../workflows/history';
import type { HistoryDirectory } from '../../history';
import type { NationalIds, SubjectRef } from '../../people';
import type { Clock } from '../../platform/clock/clock.port';
import type { RowReader } from '../../platform/persistence';
import type { RulebooksService } from '../../rulebooks';
import type { SubjectOfRow } from './subject-of-row';

/** Where kinds of files about what lies behind look things up. */
export interface PastSources {
  readonly reads: RowReader;
  readonly numbers: NationalIds;
  readonly history: HistoryDirectory;
  readonly rulebooks: RulebooksService;
  readonly clock: Clock;
}

/** What lies behind each of the subjects that were found, under all rows of one person. */
export async function factsOf(
  { reads, history }: PastSources,
  subjects: readonly SubjectOfRow[],
): Promise<(subject: SubjectOfRow) => HistoryFacts | undefined> {
  const found = subjects.flatMap(({ kind, id }) => (id === undefined ? [] : [{ kind, id } as SubjectRef]));
  const facts = await history.factsOfMany(reads, found);
  return ({ kind, id }) => (id === undefined ? undefined : facts.get(`${kind}:${id}`));
}
