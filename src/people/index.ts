import type { Schema } from '../platform/persistence';
import { Collective } from './collective.entity';
import { Household } from './household.entity';
import { CreatePeople1767225600102 } from './migrations/1767225600102-create-people';
import { CreateCollectives1767225600103 } from './migrations/1767225600103-create-collectives';
import { CreateHouseholds1767225600104 } from './migrations/1767225600104-create-households';
import { Person } from './person.entity';

export { PeopleModule } from './people.module';
export { SUBJECT_KINDS, type SubjectKind, type SubjectLabel, type SubjectRef, type SubjectUnit } from './subject';
export { SubjectDirectory } from './subject-directory';

/** The tables of people, collectives and households. */
export const peopleSchema: Schema = {
  entities: [Person, Collective, Household],
  migrations: [CreatePeople1767225600102, CreateCollectives1767225600103, CreateHouseholds1767225600104],
};
