import type { Schema } from '../platform/persistence';
import { Collective } from './collective.entity';
import { Household } from './household.entity';
import { CreatePeople1767225600102 } from './migrations/1767225600102-create-people';
import { CreateCollectives1767225600103 } from './migrations/1767225600103-create-collectives';
import { CreateHouseholds1767225600104 } from './migrations/1767225600104-create-households';
import { WidenPeople1767226000100 } from './migrations/1767226000100-widen-people';
import { AddLeaderLevels1767227300000 } from './migrations/1767227300000-add-leader-levels';
import { IdentitySalt } from './identity-salt.entity';
import { Person } from './person.entity';

export { maskOf, NationalIds } from './national-ids';
export { peopleInvariants } from './people.invariants';
export { PeopleModule } from './people.module';
export { SUBJECT_KINDS, type SubjectKind, type SubjectLabel, type SubjectRef, type SubjectUnit } from './subject';
export { PersonReferences } from './person-references';
export { isAround, SubjectDirectory } from './subject-directory';

/** The tables of people, collectives and households. */
export const peopleSchema: Schema = {
  entities: [Person, Collective, Household, IdentitySalt],
  migrations: [
    CreatePeople1767225600102,
    CreateCollectives1767225600103,
    CreateHouseholds1767225600104,
    WidenPeople1767226000100,
    AddLeaderLevels1767227300000,
  ],
};
