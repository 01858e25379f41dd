import type { Schema } from '../persistence/persistence-options';
import { Deadline } from './deadline.entity';
import { AddDeadlineCounting1767227400000 } from './migrations/1767227400000-add-deadline-counting';
import { CreateDeadlines1767225610000 } from './migrations/1767225610000-create-deadlines';
import { CreateOccurrences1767225611000 } from './migrations/1767225611000-create-occurrences';
import { CreateSharedClocks1767226800200 } from './migrations/1767226800200-create-shared-clocks';
import { Occurrence } from './occurrence.entity';
import { SharedClockRow } from './shared-clock.entity';

/** The tables of deadlines, of the moments at which somebody is to be told of them, and of the clock of demonstrations. */
export const deadlinesSchema: Schema = {
  entities: [Deadline, Occurrence, SharedClockRow],
  migrations: [
    CreateDeadlines1767225610000,
    CreateOccurrences1767225611000,
    CreateSharedClocks1767226800200,
    AddDeadlineCounting1767227400000,
  ],
};
