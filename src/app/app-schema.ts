import { awardsSchema } from '../awards';
import { campaignsSchema } from '../campaigns';
import { councilsSchema } from '../councils';
import { peopleSchema } from '../people';
import { deadlinesSchema } from '../platform/deadlines/deadlines-schema';
import type { Schema } from '../platform/persistence';
import { pledgesSchema } from '../pledges';
import { remindersSchema } from '../reminders';
import { reviewsSchema } from '../reviews';
import { talliesSchema } from '../tallies';
import { unitsSchema } from '../units';
import { usersSchema } from '../users';

const SCHEMAS: readonly Schema[] = [
  deadlinesSchema,
  remindersSchema,
  unitsSchema,
  peopleSchema,
  usersSchema,
  councilsSchema,
  campaignsSchema,
  pledgesSchema,
  awardsSchema,
  reviewsSchema,
  talliesSchema,
];

/** All tables of all features. The order of migrations is that of their epochs. */
export const appSchema: Schema = {
  entities: SCHEMAS.flatMap(({ entities }) => entities),
  migrations: SCHEMAS.flatMap(({ migrations }) => migrations),
};
