import { Injectable } from '@nestjs/common';
import type { Scope } from '../platform/auth/scope';
import type { Page } from '../platform/http/pages/keyset-page';
import { ReadDatabase } from '../platform/persistence';
import type { HouseholdResponse } from './dto/household.response';
import type { SubjectListQuery } from './dto/subject-list.request';
import { readSubject, readSubjectPage, type SubjectRow, type SubjectSource } from './subject-pages';

type HouseholdRow = SubjectRow & Omit<HouseholdResponse, 'isErased'> & { readonly erasedAt: string | null };

const SOURCE: SubjectSource<HouseholdRow, HouseholdResponse> = {
  name: 'household',
  table: 'households',
  foldedName: 'head_name_folded',
  columns: 's.head_name AS "headName", s.address, s.unit_id AS "unitId", s.erased_at AS "erasedAt", s.version',
  shown: ({ folded: _, erasedAt, ...household }) => ({ ...household, isErased: erasedAt !== null }),
};

/** Reads the households of the actor's units and of the units below them. */
@Injectable()
export class HouseholdsQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of households by the name of the head. */
  list(scope: Scope, query: SubjectListQuery): Promise<Page<HouseholdResponse>> {
    return readSubjectPage(this.reads, SOURCE, scope, query);
  }

  /** One household. Throws NotFoundError, also when it is out of scope. */
  one(scope: Scope, id: string): Promise<HouseholdResponse> {
    return readSubject(this.reads, SOURCE, scope, id);
  }
}
