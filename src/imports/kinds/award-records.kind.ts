import { dayOfCell, dongOfCell } from '../../../workflows/import';
import { foldText, localDateOf } from '../../../workflows/kernel';
import { KEEPERS } from '../../platform/auth/permission';
import { derivedId } from '../../platform/ids/derived-id';
import { IMPORT_COLUMNS } from '../import-columns';
import {
  commandIdOf,
  given,
  type Fate,
  type ImportKind,
  type ImportPlace,
  type ImportSession,
  type RowDraft,
} from '../import-kind';
import { reason, ROW_REFUSALS } from '../imports.errors';
import { readDecisionRecordsOf } from '../known-rows.repository';
import type { ReadRow } from '../read-table';
import { factsOf, type PastSources } from './past-sources';
import { awardsBy, decisionOf } from './past-awards';
import { subjectsOfRows, type SubjectOfRow } from './subject-of-row';
import { tierReader } from './tier-of-cell';

/**
 * Awards by old decisions, one a row. Rows of one decision about subjects of one unit become one entered decision, so that
 * each unit's keeper may correct what is its own: the first of them enters it, the others are added to it.
 */
export function awardRecordsKind(sources: PastSources): ImportKind {
  return {
    name: 'awardRecords',
    type: ENTER,
    permissions: KEEPERS,
    columns: IMPORT_COLUMNS.awardRecords,
    open: (place) => new AwardRecordsSession(sources, place),
  };
}

const ENTER = 'decisionRecord.enter';
const ADD = 'decisionRecord.addAwards';

/** The input of `decisionRecord.enter` with one award, once it is valid. */
interface EnteredAward {
  readonly number: string;
  readonly symbol: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly awards: readonly [Readonly<Record<string, string>>];
}

class AwardRecordsSession implements ImportSession {
  /** Decisions that rows of this file enter, by paper and unit. */
  private readonly entered = new Map<string, string>();
  private readonly tierOf: ReturnType<typeof tierReader>;
  private subjectOf: (row: ReadRow) => SubjectOfRow = unknown;

  constructor(
    private readonly sources: PastSources,
    private readonly place: ImportPlace,
  ) {
    this.tierOf = tierReader(sources.rulebooks);
  }

  async draftsOf(rows: readonly ReadRow[]): Promise<readonly RowDraft[]> {
    const { reads, numbers, clock } = this.sources;
    this.subjectOf = await subjectsOfRows(reads, numbers, rows, this.place);
    const today = localDateOf(clock.now());
    return rows.map((row) => {
      const { issuer, achievedFrom, achievedTo, amount } = row.cells;
      const subject = this.subjectOf(row);
      const tier = this.tierOf(row.cells);
      const paper = decisionOf(row);
      const period = {
        achievedFrom: achievedFrom && dayOfCell(achievedFrom),
        achievedTo: achievedTo && dayOfCell(achievedTo),
      };
      const about = { subjectKind: subject.kind, subjectId: subject.id, ...tier.said };
      const award = given({ ...about, ...period, amount: amount && dongOfCell(amount) });
      const reasons = [
        ...[...subject.reasons, ...tier.reasons],
        ...(hasGoodPeriod(period) ? [] : [reason(ROW_REFUSALS.badPeriod)]),
        ...(paper.issuedOn > today && isDay(paper.issuedOn) ? [reason(ROW_REFUSALS.futureDecision)] : []),
      ];
      return { row, input: given({ ...paper, issuer, awards: [award] }), reasons };
    });
  }

  async fatesOf(drafts: readonly RowDraft[]): Promise<ReadonlyMap<number, Fate>> {
    const { reads } = this.sources;
    const subjects = drafts.map(({ row }) => this.subjectOf(row));
    const factsAbout = await factsOf(this.sources, subjects);
    const paths = subjects.map(({ path = '' }) => path);
    const records = await readDecisionRecordsOf(
      reads,
      paths,
      drafts.map(({ input }) => String(input.issuedOn)),
    );
    const recorded = new Map(records.map((record) => [keyOfDecision(record, record.unitPath), record.id]));
    return new Map(
      drafts.map(({ row, input }): [number, Fate] => {
        const decision = input as unknown as EnteredAward;
        const subject = this.subjectOf(row);
        const known = awardsBy(factsAbout(subject), decision, decision.awards[0]);
        if (known.length > 0) return [row.ordinal, { fate: 'known', ids: known.map(({ id }) => id) }];
        return [row.ordinal, this.enteredBy(row, decision, keyOfDecision(decision, subject.path ?? ''), recorded)];
      }),
    );
  }

  /** One decision gives a subject a tier once. */
  keyOf({ input }: RowDraft): string {
    const { awards, ...paper } = input as unknown as EnteredAward;
    const { subjectKind, subjectId, tier, tierName = '' } = awards[0];
    return JSON.stringify([keyOfDecision(paper, ''), subjectKind, subjectId, tier ?? foldText(tierName)]);
  }

  private enteredBy(
    { ordinal }: ReadRow,
    { awards }: EnteredAward,
    key: string,
    recorded: ReadonlyMap<string, string>,
  ): Fate {
    const instanceId = recorded.get(key) ?? this.entered.get(key);
    if (instanceId !== undefined) return { fate: 'add', command: { type: ADD, instanceId, input: { awards } } };
    const { actor, importId } = this.place;
    this.entered.set(key, derivedId(ENTER, actor.id, commandIdOf(importId, ordinal)));
    return { fate: 'add' };
  }
}

function unknown(): SubjectOfRow {
  return { kind: '', id: undefined, path: undefined, reasons: [] };
}

function keyOfDecision({ number, symbol, issuer, issuedOn }: Omit<EnteredAward, 'awards'>, unitPath: string): string {
  return JSON.stringify([foldText(number), foldText(symbol), foldText(issuer), issuedOn, unitPath]);
}

/** Both days in order, or none. */
function hasGoodPeriod(period: {
  readonly achievedFrom?: string | undefined;
  readonly achievedTo?: string | undefined;
}): boolean {
  const { achievedFrom, achievedTo } = period;
  if (achievedFrom === undefined || achievedTo === undefined) return achievedFrom === achievedTo;
  return !isDay(achievedFrom) || !isDay(achievedTo) || achievedFrom <= achievedTo;
}

/** What is no day is refused by who takes it. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
