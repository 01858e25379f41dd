import { Injectable } from '@nestjs/common';
import type { Scope } from '../platform/auth/scope';
import type { Page } from '../platform/http/pages/keyset-page';
import { ReadDatabase } from '../platform/persistence';
import type { CollectiveResponse } from './dto/collective.response';
import type { SubjectListQuery } from './dto/subject-list.request';
import { readSubject, readSubjectPage, type SubjectRow, type SubjectSource } from './subject-pages';

const SOURCE: SubjectSource<SubjectRow & CollectiveResponse, CollectiveResponse> = {
  name: 'collective',
  table: 'collectives',
  foldedName: 'name_folded',
  columns: 's.name, s.unit_id AS "unitId", s.version',
  shown: ({ id, name, unitId, version }) => ({ id, name, unitId, version }),
};

/** Reads the collectives of the actor's units and of the units below them. */
@Injectable()
export class CollectivesQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of collectives by name. */
  list(scope: Scope, query: SubjectListQuery): Promise<Page<CollectiveResponse>> {
    return readSubjectPage(this.reads, SOURCE, scope, query);
  }

  /** One collective. Throws NotFoundError, also when it is out of scope. */
  one(scope: Scope, id: string): Promise<CollectiveResponse> {
    return readSubject(this.reads, SOURCE, scope, id);
  }
}
