import {
  canonicalJson,
  type Citation,
  type CountedTerm,
  type DeadlineSpec,
  type LocalDate,
  type Term,
} from '../../../workflows/kernel';
import type { RowReader } from '../persistence/unit-of-work.port';
import type { RecountDeadlinePayload } from './recount-deadline.payload';

/** How a day was counted, with the job that counts it anew. */
type Counted = NonNullable<DeadlineSpec['counted']>;

/** A deadline whose day was counted, as its row holds it. */
export interface CountedDeadline {
  readonly streamId: string;
  readonly spec: DeadlineSpec & { readonly counted: Counted };
}

/** What the row keeps beside version and provisional: where the count began, by which terms, and who counts. */
interface StoredCounting {
  readonly from: LocalDate;
  readonly terms: readonly Term[];
  readonly recountJob: string;
}

interface StoredDeadline {
  readonly streamId: string;
  readonly key: string;
  readonly kind: string;
  readonly dueOn: LocalDate;
  readonly counting: string;
  readonly calendarVersion: string | null;
  readonly isProvisional: number;
}

/** The columns `calendar_version`, `is_provisional` and `counting` of a deadline; of a named day nothing, 0 and nothing. */
export function countingColumns(counted: Counted | undefined): readonly [string | null, number, string | null] {
  if (!counted) return [null, 0, null];
  const { from, terms, recountJob, calendarVersion, isProvisional } = counted;
  const stored: StoredCounting = { from, terms, recountJob };
  return [calendarVersion, isProvisional ? 1 : 0, canonicalJson(stored)];
}

/** The job that counts a deadline anew, out of its column `counting`. */
export function recountJobOf(counting: string): string {
  return (JSON.parse(counting) as StoredCounting).recountJob;
}

/** Reads an armed deadline that is to be counted anew; undefined when it has passed, moved or gone since, or was named. */
export async function readCountedDeadline(
  rows: RowReader,
  { deadlineId, generation }: RecountDeadlinePayload,
): Promise<CountedDeadline | undefined> {
  const [stored] = await rows.rows<StoredDeadline>(
    `SELECT stream_id AS "streamId", deadline_key AS "key", kind, due_on AS "dueOn", counting,
       calendar_version AS "calendarVersion", is_provisional AS "isProvisional"
     FROM deadlines WHERE id = ? AND generation = ? AND status = 'armed' AND counting IS NOT NULL`,
    [deadlineId, generation],
  );
  if (!stored) return undefined;
  const { streamId, key, kind, dueOn, calendarVersion, isProvisional } = stored;
  const term: Pick<CountedTerm, 'calendarVersion' | 'isProvisional'> = {
    calendarVersion,
    isProvisional: isProvisional === 1,
  };
  const counted = { ...(JSON.parse(stored.counting) as StoredCounting), ...term };
  return { streamId, spec: { key, kind, dueOn, counted } };
}

/** The rules that the day of a deadline was counted by, as its row keeps them; none for a day that somebody named. */
export async function readCountingRules(rows: RowReader, streamId: string, key: string): Promise<readonly Citation[]> {
  const [stored] = await rows.rows<{ counting: string | null }>(
    `SELECT counting FROM deadlines WHERE stream_id = ? AND deadline_key = ? AND status <> 'dropped'`,
    [streamId, key],
  );
  if (!stored?.counting) return [];
  const { terms } = JSON.parse(stored.counting) as StoredCounting;
  const rules = new Map(terms.flatMap(({ rule }) => (rule ? [[rule.text, rule] as const] : [])));
  return [...rules.values()];
}
