import { Injectable } from '@nestjs/common';
import { type ImportKindName } from '../../workflows/import';
import { NationalIds } from '../people';
import { ReadDatabase } from '../platform/persistence';
import type { ImportKind } from './import-kind';
import { collectivesKind, householdsKind } from './kinds/groups.kind';
import { peopleKind } from './kinds/people.kind';
import { casesKind, ratingsKind } from './kinds/records.kind';
import { unitsKind } from './kinds/units.kind';

/** Every kind of file that can be brought in. */
@Injectable()
export class ImportKinds {
  private readonly kinds: Readonly<Record<ImportKindName, ImportKind>>;

  constructor(reads: ReadDatabase, numbers: NationalIds) {
    this.kinds = {
      units: unitsKind(reads),
      people: peopleKind(reads, numbers),
      collectives: collectivesKind(reads),
      households: householdsKind(reads),
      ratings: ratingsKind(reads, numbers),
      cases: casesKind(reads, numbers),
    };
  }

  of(name: ImportKindName): ImportKind {
    return this.kinds[name];
  }
}
