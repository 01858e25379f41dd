import { instant, type Instant } from '../../workflows/kernel';
import type { EventEntry } from '../../src/platform/persistence/event-log';

export const MORNING = instant('2024-01-19T01:00:00.000Z');

/** An event entry in which only what a test names matters. */
export function anEntry(changes: Partial<EventEntry> = {}): EventEntry {
  return {
    kind: 'fact',
    type: 'specimen.changed',
    at: MORNING,
    by: 'system',
    commandId: 'c1',
    definition: 'specimen@1',
    version: 1,
    data: {},
    ...changes,
  };
}

/** The same moment so many days later. */
export function daysLater(days: number, moment: Instant = MORNING): Instant {
  return instant(new Date(Date.parse(moment) + days * 86_400_000).toISOString());
}
