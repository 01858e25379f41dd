import { dayOfCell, wordOfCell, yesNoOfCell } from '../../../workflows/import';
import type { NationalIds } from '../../people';
import { KEEPERS } from '../../platform/auth/permission';
import type { RowReader } from '../../platform/persistence';
import { grouped } from '../grouped';
import { IMPORT_COLUMNS } from '../import-columns';
import { given, type Fate, type ImportKind, type ImportPlace, type ImportSession, type RowDraft } from '../import-kind';
import { reason, ROW_REFUSALS } from '../imports.errors';
import { readPeopleLike, type KnownSubject } from '../known-rows.repository';
import { foldedNameOf, type ReadRow } from '../read-table';
import { unitsOfRows } from './unit-of-row';
import { GENDER_WORDS, UNIT_LEVEL_WORDS } from './words';

/** People, each of the unit that the row names or of the one that the file is for. */
export function peopleKind(reads: RowReader, numbers: NationalIds): ImportKind {
  return {
    name: 'people',
    type: 'person.add',
    permissions: KEEPERS,
    columns: IMPORT_COLUMNS.people,
    open: (place) => new PeopleSession(reads, numbers, place),
  };
}

class PeopleSession implements ImportSession {
  constructor(
    private readonly reads: RowReader,
    private readonly numbers: NationalIds,
    private readonly place: ImportPlace,
  ) {}

  async draftsOf(rows: readonly ReadRow[]): Promise<readonly RowDraft[]> {
    const unitOf = await unitsOfRows(this.reads, rows, this.place);
    return rows.map((row) => {
      const { name, birthday, gender, nationalId, isDirectWorker, isLeader, leaderLevel } = row.cells;
      const { unitId, reasons } = unitOf(row);
      const input = given({
        ...{ name, nationalId, unitId },
        birthday: birthday && dayOfCell(birthday),
        gender: gender && wordOfCell(gender, GENDER_WORDS),
        isDirectWorker: isDirectWorker && (yesNoOfCell(isDirectWorker) ?? isDirectWorker),
        isLeader: isLeader && (yesNoOfCell(isLeader) ?? isLeader),
        leaderLevel: leaderLevel && wordOfCell(leaderLevel, UNIT_LEVEL_WORDS),
      });
      return { row, input, reasons };
    });
  }

  async fatesOf(drafts: readonly RowDraft[]): Promise<ReadonlyMap<number, Fate>> {
    const numbers = drafts.flatMap(({ row }) => row.cells.nationalId ?? []);
    const hashes = await this.numbers.hashesKept(this.reads, numbers);
    const names = drafts.map(({ row }) => foldedNameOf(row));
    const people = await readPeopleLike(this.reads, this.place.unitPath, { names, identities: [...hashes.values()] });
    const byIdentity = new Map(people.map((person) => [person.identity, person]));
    const byName = grouped(people, ({ name }) => name);
    return new Map(
      drafts.map((draft) => {
        const hash = hashes.get(draft.row.cells.nationalId ?? '');
        const holder = hash === undefined ? undefined : byIdentity.get(hash);
        return [draft.row.ordinal, holder ? this.fateOfHolder(holder) : fateOfNamesakes(draft, byName)];
      }),
    );
  }

  keyOf({ row, input }: RowDraft): string | undefined {
    return row.cells.nationalId ?? JSON.stringify([foldedNameOf(row), input.birthday, input.unitId]);
  }

  private fateOfHolder({ id, path }: KnownSubject): Fate {
    if (path.startsWith(this.place.unitPath)) return { fate: 'known', ids: [id] };
    return { fate: 'refused', reasons: [reason(ROW_REFUSALS.numberElsewhere)] };
  }
}

/** People of one name are taken for one unless their birthdays say otherwise. */
function fateOfNamesakes({ row, input }: RowDraft, byName: ReadonlyMap<string, readonly KnownSubject[]>): Fate {
  const namesakes = (byName.get(foldedNameOf(row)) ?? []).filter(
    ({ birthday }) => birthday === null || input.birthday === undefined || birthday === input.birthday,
  );
  return namesakes.length === 0 ? { fate: 'add' } : { fate: 'similar', ids: namesakes.map(({ id }) => id) };
}
