import { addDays, localDateOf, type Instant, type LocalDate } from '../../workflows/kernel';
import { writeAnchor, type RowReader, type UnitOfWork } from '../platform/persistence';

/** Anchors every day that is over and has no anchor yet, so that a machine that was switched off catches up in order. */
export async function anchorFinishedDays(unitOfWork: UnitOfWork, reads: RowReader, now: Instant): Promise<void> {
  const yesterday = addDays(localDateOf(now), -1);
  for (let day = await firstWithoutAnchor(reads); day !== undefined && day <= yesterday; day = addDays(day, 1)) {
    const finished = day;
    await unitOfWork.run((tx) => writeAnchor(tx, finished, now));
  }
}

/** The day after the last anchor, or the day of the very first event; undefined while nothing has happened. */
async function firstWithoutAnchor(reads: RowReader): Promise<LocalDate | undefined> {
  const [last] = await reads.rows<{ day: LocalDate | null }>('SELECT MAX(day) AS day FROM event_anchors');
  if (last?.day) return addDays(last.day, 1);
  const [first] = await reads.rows<{ at: Instant | null }>('SELECT MIN(occurred_at) AS at FROM events');
  return first?.at ? localDateOf(first.at) : undefined;
}
