import { dayOfCell, wordOfCell } from '../../../workflows/import';
import { foldText } from '../../../workflows/kernel';
import { KEEPERS } from '../../platform/auth/permission';
import { IMPORT_COLUMNS } from '../import-columns';
import { given, type Fate, type ImportKind, type ImportPlace, type ImportSession, type RowDraft } from '../import-kind';
import type { ReadRow } from '../read-table';
import { authorsOfRows, type AuthorsOfRow } from './authors-of-row';
import { factsOf, type PastSources } from './past-sources';
import { INITIATIVE_KIND_WORDS, INITIATIVE_SCOPE_WORDS } from './words';

/** Initiatives and research that were recognised, one a row with all its authors. */
export function initiativesKind(sources: PastSources): ImportKind {
  return {
    name: 'initiatives',
    type: 'initiative.record',
    permissions: KEEPERS,
    columns: IMPORT_COLUMNS.initiatives,
    open: (place) => new InitiativesSession(sources, place),
  };
}

class InitiativesSession implements ImportSession {
  private authorsOf: (row: ReadRow) => AuthorsOfRow = () => ({ authors: [], reasons: [] });

  constructor(
    private readonly sources: PastSources,
    private readonly place: ImportPlace,
  ) {}

  async draftsOf(rows: readonly ReadRow[]): Promise<readonly RowDraft[]> {
    const { reads, numbers } = this.sources;
    this.authorsOf = await authorsOfRows(reads, numbers, rows, this.place);
    return rows.map((row) => {
      const { title, kind, scope, number, issuer, date, effect } = row.cells;
      const { authors, reasons } = this.authorsOf(row);
      const input = given({
        ...{ title, effect },
        kind: kind === undefined ? 'initiative' : wordOfCell(kind, INITIATIVE_KIND_WORDS),
        scope: scope && wordOfCell(scope, INITIATIVE_SCOPE_WORDS),
        authors: authors.map((author) => ({ subjectKind: author.kind, subjectId: author.id })),
        paper: given({ number, issuer, date: date && dayOfCell(date) }),
      });
      return { row, input, reasons };
    });
  }

  /** One of the title and the day is the same; one of the title and the scope may be the same, by another paper. */
  async fatesOf(drafts: readonly RowDraft[]): Promise<ReadonlyMap<number, Fate>> {
    const factsAbout = await factsOf(
      this.sources,
      drafts.flatMap(({ row }) => this.authorsOf(row).authors),
    );
    return new Map(
      drafts.map(({ row, input }): [number, Fate] => {
        const title = foldText(row.cells.title ?? '');
        const known = this.authorsOf(row)
          .authors.flatMap((author) => factsAbout(author)?.initiatives ?? [])
          .filter((initiative) => foldText(initiative.title) === title);
        const same = known.filter(({ recognisedOn }) => recognisedOn === dayOfCell(row.cells.date ?? ''));
        const alike = known.filter(({ scope }) => scope === input.scope);
        const ids = [...new Set((same.length > 0 ? same : alike).map(({ id }) => id))];
        if (ids.length === 0) return [row.ordinal, { fate: 'add' }];
        return [row.ordinal, { fate: same.length > 0 ? 'known' : 'similar', ids }];
      }),
    );
  }

  keyOf({ row: { cells } }: RowDraft): string {
    const { title = '', number = '', date = '' } = cells;
    return JSON.stringify([foldText(title), foldText(number), dayOfCell(date)]);
  }
}
