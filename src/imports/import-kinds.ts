import { Injectable } from '@nestjs/common';
import { type ImportKindName } from '../../workflows/import';
import { HistoryDirectory } from '../history';
import { NationalIds } from '../people';
import { Clock } from '../platform/clock/clock.port';
import { ReadDatabase } from '../platform/persistence';
import { RulebooksService } from '../rulebooks';
import type { ImportKind } from './import-kind';
import { awardRecordsKind } from './kinds/award-records.kind';
import { collectivesKind, householdsKind } from './kinds/groups.kind';
import { initiativeUsesKind } from './kinds/initiative-uses.kind';
import { initiativesKind } from './kinds/initiatives.kind';
import { peopleKind } from './kinds/people.kind';
import { casesKind, ratingsKind } from './kinds/records.kind';
import { unitsKind } from './kinds/units.kind';

/** Every kind of file that can be brought in. */
@Injectable()
export class ImportKinds {
  private readonly kinds: Readonly<Record<ImportKindName, ImportKind>>;

  constructor(
    reads: ReadDatabase,
    numbers: NationalIds,
    history: HistoryDirectory,
    rulebooks: RulebooksService,
    clock: Clock,
  ) {
    const sources = { reads, numbers, history, rulebooks, clock };
    this.kinds = {
      units: unitsKind(reads),
      people: peopleKind(reads, numbers),
      collectives: collectivesKind(reads),
      households: householdsKind(reads),
      ratings: ratingsKind(reads, numbers),
      cases: casesKind(reads, numbers),
      awardRecords: awardRecordsKind(sources),
      initiatives: initiativesKind(sources),
      initiativeUses: initiativeUsesKind(sources),
    };
  }

  of(name: ImportKindName): ImportKind {
    return this.kinds[name];
  }
}
