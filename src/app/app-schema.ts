import { awardsSchema } from '../awards';
import { campaignsSchema } from '../campaigns';
import { clustersSchema } from '../clusters';
import { councilsSchema } from '../councils';
import { examplesSchema } from '../examples';
import { fundSchema } from '../fund';
import { historySchema } from '../history';
import { operationsSchema } from '../operations';
import { importsSchema } from '../imports';
import { peopleSchema } from '../people';
import { deadlinesSchema } from '../platform/deadlines/deadlines-schema';
import type { Schema } from '../platform/persistence';
import { pledgesSchema } from '../pledges';
import { publicitySchema } from '../publicity';
import { reconciliationsSchema } from '../reconciliations';
import { remindersSchema } from '../reminders';
import { reviewsSchema } from '../reviews';
import { scoringSchema } from '../scoring';
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
  historySchema,
  fundSchema,
  examplesSchema,
  publicitySchema,
  reviewsSchema,
  clustersSchema,
  scoringSchema,
  talliesSchema,
  reconciliationsSchema,
  operationsSchema,
  importsSchema,
];

/** All tables of all features. The order of migrations is that of their epochs. */
export const appSchema: Schema = {
  entities: SCHEMAS.flatMap(({ entities }) => entities),
  migrations: SCHEMAS.flatMap(({ migrations }) => migrations),
};
