import { dayOfCell, wordOfCell, yesNoOfCell } from '../../../workflows/import';
import type { NationalIds } from '../../people';
import { KEEPERS } from '../../platform/auth/permission';
import { derivedId } from '../../platform/ids/derived-id';
import type { RowReader } from '../../platform/persistence';
import { IMPORT_COLUMNS } from '../import-columns';
import { given, type Fate, type ImportKind, type ImportPlace, type ImportSession, type RowDraft } from '../import-kind';
import { readRatingsOf } from '../known-rows.repository';
import type { ReadRow } from '../read-table';
import { subjectsOfRows, type SubjectOfRow } from './subject-of-row';
import { COMMENDATION_WORDS, PERIOD_WORDS, RATING_WORDS } from './words';

/** Ratings of years that lie behind. */
export function ratingsKind(reads: RowReader, numbers: NationalIds): ImportKind {
  return {
    name: 'ratings',
    type: 'rating.record',
    permissions: KEEPERS,
    columns: IMPORT_COLUMNS.ratings,
    open: (place) => new RecordsSession({ reads, numbers, place }, ratingOf, (drafts) => knownRatings(reads, drafts)),
  };
}

/** Candidates of a dossier: one case for each row, each with an achievement of its own. */
export function casesKind(reads: RowReader, numbers: NationalIds): ImportKind {
  return {
    name: 'cases',
    type: 'award.draft',
    permissions: ['case.prepare', 'case.keep', 'system'],
    columns: IMPORT_COLUMNS.cases,
    open: (place) => new RecordsSession({ reads, numbers, place }, caseOf, () => Promise.resolve(new Map())),
  };
}

type InputOf = (row: ReadRow, subject: SubjectOfRow, place: ImportPlace) => Readonly<Record<string, unknown>>;

class RecordsSession implements ImportSession {
  constructor(
    private readonly parts: {
      readonly reads: RowReader;
      readonly numbers: NationalIds;
      readonly place: ImportPlace;
    },
    private readonly inputOf: InputOf,
    readonly fatesOf: (drafts: readonly RowDraft[]) => Promise<ReadonlyMap<number, Fate>>,
  ) {}

  async draftsOf(rows: readonly ReadRow[]): Promise<readonly RowDraft[]> {
    const { reads, numbers, place } = this.parts;
    const subjectOf = await subjectsOfRows(reads, numbers, rows, place);
    return rows.map((row) => {
      const subject = subjectOf(row);
      return { row, input: this.inputOf(row, subject, place), reasons: subject.reasons };
    });
  }

  /** The row without what differs from line to line. */
  keyOf({ input: { achievementId: _, ...said } }: RowDraft): string {
    return JSON.stringify('year' in said ? [said.subjectId, said.period, said.year] : said);
  }
}

function ratingOf({ cells }: ReadRow, { kind, id }: SubjectOfRow): Readonly<Record<string, unknown>> {
  const { period, year = '', rating = '', ratedBy } = cells;
  return given({
    ...{ subjectKind: kind, subjectId: id, ratedBy, rating: wordOfCell(rating, RATING_WORDS) },
    period: period === undefined ? 'calendarYear' : wordOfCell(period, PERIOD_WORDS),
    year: /^\d{4}$/.test(year) ? Number(year) : year,
  });
}

async function knownRatings(reads: RowReader, drafts: readonly RowDraft[]): Promise<ReadonlyMap<number, Fate>> {
  const subjectIds = [...new Set(drafts.map(({ input }) => String(input.subjectId)))];
  const known = await readRatingsOf(reads, subjectIds);
  return new Map(
    drafts.flatMap(({ row, input }): [number, Fate][] => {
      const id = known.get(`${String(input.subjectId)}:${String(input.period)}:${String(input.year)}`);
      return id === undefined ? [] : [[row.ordinal, { fate: 'known', ids: [id] }]];
    }),
  );
}

function caseOf(
  { cells, ordinal }: ReadRow,
  { kind, id }: SubjectOfRow,
  { importId, dossierId }: ImportPlace,
): Readonly<Record<string, unknown>> {
  const { tier, commendation = '', achievedFrom = '', achievedTo = '', simple } = cells;
  return given({
    ...{ dossierId, tier, commendation: wordOfCell(commendation, COMMENDATION_WORDS) },
    subject: given({ kind, id }),
    ...{ achievedFrom: dayOfCell(achievedFrom), achievedTo: dayOfCell(achievedTo) },
    achievementId: derivedId('achievement', importId, String(ordinal)),
    simple: simple && (yesNoOfCell(simple) ?? simple),
  });
}
