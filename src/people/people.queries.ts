import { Injectable } from '@nestjs/common';
import type { Scope } from '../platform/auth/scope';
import type { Page } from '../platform/http/pages/keyset-page';
import { ReadDatabase } from '../platform/persistence';
import type { PersonResponse, PersonSummary, PossibleDuplicate } from './dto/person.response';
import type { SubjectListQuery } from './dto/subject-list.request';
import { readSubject, readSubjectPage, type SubjectRow, type SubjectSource } from './subject-pages';

const SUMMARY = `s.name, s.unit_id AS "unitId", s.is_direct_worker AS "isDirectWorker", s.is_leader AS "isLeader", s.leader_level AS "leaderLevel",
  s.erased_at AS "erasedAt", s.version`;

/** Rows that were merged are left out of lists: the person is there once. */
const ONCE = 's.merged_into_id IS NULL';

interface PersonRow extends SubjectRow {
  readonly name: string;
  readonly unitId: string;
  readonly isDirectWorker: number;
  readonly isLeader: number;
  readonly leaderLevel: PersonSummary['leaderLevel'];
  readonly erasedAt: string | null;
  readonly version: number;
}

type PersonDetailRow = PersonRow & Pick<PersonResponse, 'birthday' | 'gender' | 'nationalId' | 'mergedIntoId'>;
type DuplicateRow = PersonRow & Pick<PossibleDuplicate, 'birthday' | 'nationalId'>;

const IN_LISTS: SubjectSource<PersonRow, PersonSummary> = {
  name: 'person',
  table: 'people',
  foldedName: 'name_folded',
  columns: SUMMARY,
  where: ONCE,
  shown: flagged,
};

const ALONE: SubjectSource<PersonDetailRow, PersonResponse> = {
  ...IN_LISTS,
  columns: `${SUMMARY}, s.birthday, s.gender, s.national_id_mask AS "nationalId", s.merged_into_id AS "mergedIntoId"`,
  shown: flagged,
};

const DUPLICATES: SubjectSource<DuplicateRow, PossibleDuplicate> = {
  ...IN_LISTS,
  columns: `${SUMMARY}, s.birthday, s.national_id_mask AS "nationalId"`,
  where: `${ONCE} AND s.erased_at IS NULL AND EXISTS (
    SELECT 1 FROM people o WHERE o.name_folded = s.name_folded AND o.birthday = s.birthday AND o.id <> s.id
      AND o.erased_at IS NULL AND o.merged_into_id IS NULL)`,
  shown: flagged,
};

/** Reads the people of the actor's units and of the units below them. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of people by name. */
  list(scope: Scope, query: SubjectListQuery): Promise<Page<PersonSummary>> {
    return readSubjectPage(this.reads, IN_LISTS, scope, query);
  }

  /**
   * A page of people who have the name and the birthday of somebody else, by name, so that they stand together. Of the two
   * the one that the scope does not cover is not shown.
   */
  duplicates(scope: Scope, query: SubjectListQuery): Promise<Page<PossibleDuplicate>> {
    return readSubjectPage(this.reads, DUPLICATES, scope, query);
  }

  /** One person. Throws NotFoundError, also when the person is out of scope. */
  one(scope: Scope, id: string): Promise<PersonResponse> {
    return readSubject(this.reads, ALONE, scope, id);
  }
}

/** Turns what the database holds as 0 and 1 or as an instant into yes and no. */
function flagged<Row extends PersonRow>({ folded: _, isDirectWorker, isLeader, erasedAt, ...rest }: Row) {
  return { ...rest, isDirectWorker: isDirectWorker === 1, isLeader: isLeader === 1, isErased: erasedAt !== null };
}
