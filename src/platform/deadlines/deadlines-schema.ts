import type { Schema } from '../persistence/persistence-options';
import { Deadline } from './deadline.entity';
import { CreateDeadlines1767225610000 } from './migrations/1767225610000-create-deadlines';
import { CreateOccurrences1767225611000 } from './migrations/1767225611000-create-occurrences';
import { Occurrence } from './occurrence.entity';

/** The tables of deadlines and of the moments at which somebody is to be told of them. */
export const deadlinesSchema: Schema = {
  entities: [Deadline, Occurrence],
  migrations: [CreateDeadlines1767225610000, CreateOccurrences1767225611000],
};
