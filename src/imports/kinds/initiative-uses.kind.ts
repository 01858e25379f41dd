import type { AwardFact, InitiativeFact } from '../../../workflows/history';
import { dayOfCell } from '../../../workflows/import';
import { foldText } from '../../../workflows/kernel';
import type { RowReason } from '../../operations';
import { KEEPERS } from '../../platform/auth/permission';
import { IMPORT_COLUMNS } from '../import-columns';
import { given, type Fate, type ImportKind, type ImportPlace, type ImportSession, type RowDraft } from '../import-kind';
import { reason, ROW_REFUSALS } from '../imports.errors';
import type { ReadRow } from '../read-table';
import { awardsBy, decisionOf } from './past-awards';
import { factsOf, type PastSources } from './past-sources';
import { subjectsOfRows } from './subject-of-row';
import { tierReader } from './tier-of-cell';

/** What initiatives on record have backed: an award of one of their authors, by its decision. */
export function initiativeUsesKind(sources: PastSources): ImportKind {
  return {
    name: 'initiativeUses',
    type: USE,
    permissions: KEEPERS,
    columns: IMPORT_COLUMNS.initiativeUses,
    open: (place) => new InitiativeUsesSession(sources, place),
  };
}

const USE = 'initiative.use';

/** The initiative that a row means, and the award that it backs. */
interface UseOfRow {
  readonly initiative: InitiativeFact;
  readonly award: AwardFact;
}

class InitiativeUsesSession implements ImportSession {
  /** Initiatives that a row of this file lets back something. */
  private readonly used = new Set<string>();
  private readonly tierOf: ReturnType<typeof tierReader>;
  private readonly uses = new Map<number, UseOfRow>();

  constructor(
    private readonly sources: PastSources,
    private readonly place: ImportPlace,
  ) {
    this.tierOf = tierReader(sources.rulebooks);
  }

  async draftsOf(rows: readonly ReadRow[]): Promise<readonly RowDraft[]> {
    const { reads, numbers } = this.sources;
    const subjectOf = await subjectsOfRows(reads, numbers, rows, this.place);
    const factsAbout = await factsOf(this.sources, rows.map(subjectOf));
    this.uses.clear();
    return rows.map((row) => {
      const subject = subjectOf(row);
      const tier = this.tierOf(row.cells);
      const facts = factsAbout(subject);
      const initiatives = initiativesMeant(facts?.initiatives ?? [], row);
      const [initiative] = initiatives;
      const [award] = awardsBy(facts, decisionOf(row), tier.said);
      const reasons = [...subject.reasons, ...tier.reasons];
      if (reasons.length === 0) reasons.push(...reasonsOf(initiatives, award));
      if (initiative && award) this.uses.set(row.ordinal, { initiative, award });
      const { overrideReason } = row.cells;
      return { row, input: given({ ...(award ? targetOf(award) : {}), overrideReason }), reasons };
    });
  }

  fatesOf(drafts: readonly RowDraft[]): Promise<ReadonlyMap<number, Fate>> {
    return Promise.resolve(
      new Map(
        drafts.flatMap(({ row, input }): [number, Fate][] => {
          const use = this.uses.get(row.ordinal);
          return use ? [[row.ordinal, this.fateOf(use, input)]] : [];
        }),
      ),
    );
  }

  keyOf({ row, input: { caseId, awardRecordId } }: RowDraft): string {
    return JSON.stringify([this.uses.get(row.ordinal)?.initiative.id, caseId, awardRecordId]);
  }

  /** An initiative backs one thing; a further one needs a reason. */
  private fateOf({ initiative, award }: UseOfRow, input: RowDraft['input']): Fate {
    const { id, uses } = initiative;
    if (uses.some(({ caseId, awardRecordId }) => [caseId, awardRecordId].includes(award.id))) {
      return { fate: 'known', ids: [id] };
    }
    const isFirst = uses.length === 0 && !this.used.has(id);
    if (!isFirst && input.overrideReason === undefined) {
      return { fate: 'refused', reasons: [reason(ROW_REFUSALS.initiativeUsed)] };
    }
    this.used.add(id);
    return { fate: 'add', command: { type: USE, instanceId: id, input } };
  }
}

/** The subject's initiatives of the title that a row gives, and of the day where it gives one. */
function initiativesMeant(
  initiatives: readonly InitiativeFact[],
  { cells: { title = '', date } }: ReadRow,
): readonly InitiativeFact[] {
  const [folded, day] = [foldText(title), date && dayOfCell(date)];
  return initiatives.filter(
    (each) => foldText(each.title) === folded && (day === undefined || each.recognisedOn === day),
  );
}

function reasonsOf(initiatives: readonly InitiativeFact[], award: AwardFact | undefined): readonly RowReason[] {
  const count = initiatives.length;
  return [
    ...(count === 0 ? [reason(ROW_REFUSALS.unknownInitiative)] : []),
    ...(count > 1 ? [reason(ROW_REFUSALS.ambiguousInitiative, { count })] : []),
    ...(award ? [] : [reason(ROW_REFUSALS.unknownAward)]),
  ];
}

function targetOf({ id, source }: AwardFact): Readonly<Record<string, string>> {
  return source === 'case' ? { caseId: id } : { awardRecordId: id };
}
