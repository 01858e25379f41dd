import type { Refusal } from '../../workflows/kernel';
import {
  entryFaults,
  mayAppraiseScore,
  mayEnterScore,
  mayMarkScore,
  missingEntries,
  scoreOf,
  type Entries,
  type ScoreState,
} from '../../workflows/scoring';
import type { Tx } from '../platform/persistence';
import { refusalsWhen } from '../platform/runner/refusals';
import type { AppraisedEntryRequest, AppraiseScoreRequest, EntryRequest } from './dto/score.request';
import { entriesFrom, type ScoreSource } from './score';
import { expectedValue, plansMissing, withPlans, type ScoreWork } from './score-work';
import { dropMarks, replaceEntries, writeScore } from './scores.repository';
import { entryRefusal, SCORING_REFUSALS } from './scoring.errors';

/** Whose entries are written, and the commitments of their reasons by criterion. */
interface Scorer {
  readonly source: ScoreSource;
  readonly scorerId: string;
  readonly reasons?: ReadonlyMap<string, string>;
}

/** The unit's own values, in place of those before. */
export async function enterOwn(tx: Tx, work: ScoreWork, values: readonly EntryRequest[]): Promise<readonly Refusal[]> {
  const { head, pinned, measured } = work;
  const entries = withPlans(pinned.sheet, measured, values);
  const reasons = [
    ...refusalsWhen([!mayEnterScore(head.state), SCORING_REFUSALS.notNow]),
    ...faultsOf(work, entries, values),
  ];
  if (reasons.length > 0) return reasons;
  await write(tx, work, entries, { source: 'self', scorerId: head.unitId });
  await writeScore(tx, head.id, { ...head, total: scoreOf(pinned.sheet, entries).total });
  return [];
}

/** The unit's values are complete from now on. */
export async function handIn(tx: Tx, work: ScoreWork): Promise<readonly Refusal[]> {
  const { head, stored } = work;
  const own = entriesFrom(stored, 'self');
  await moveTo(tx, work, 'handedIn', own);
  return [...refusalsWhen([!mayEnterScore(head.state), SCORING_REFUSALS.notNow]), ...missingOf(work, own)];
}

/** The unit may change its values again; what others have marked goes with them. */
export async function sendBack(tx: Tx, work: ScoreWork): Promise<readonly Refusal[]> {
  const { head, stored } = work;
  await moveTo(tx, work, 'draft', entriesFrom(stored, 'self'));
  await dropMarks(tx, head.id);
  return refusalsWhen([!mayMarkScore(head.state), SCORING_REFUSALS.notNow]);
}

/** How another member sees it, in place of how it did before. */
export async function markByOther(
  tx: Tx,
  work: ScoreWork,
  scorerId: string,
  values: readonly EntryRequest[],
): Promise<readonly Refusal[]> {
  const { head, pinned, measured, stored } = work;
  const entries = withPlans(pinned.sheet, measured, values);
  const reasons = [
    ...refusalsWhen(
      [!mayMarkScore(head.state), SCORING_REFUSALS.notNow],
      [scorerId === head.unitId, SCORING_REFUSALS.ownScore],
    ),
    ...faultsOf(work, entries, values),
  ];
  if (reasons.length > 0) return reasons;
  await write(tx, work, entries, { source: 'cross', scorerId });
  await moveTo(tx, work, head.state, entriesFrom(stored, 'self'));
  return [];
}

/** The values that count: those that are given, else the verified ones, else the unit's own. */
export async function appraise(
  tx: Tx,
  work: ScoreWork,
  scorerId: string,
  { input, reasons }: { readonly input: AppraiseScoreRequest; readonly reasons: ReadonlyMap<string, string> },
): Promise<readonly Refusal[]> {
  const { head, pinned, measured } = work;
  const { entries: given = [], womenCount = null, memberCount = null } = input;
  const values = appraisedValues(work, given);
  const entries = withPlans(pinned.sheet, measured, values);
  const isWomenOdd = womenCount === null ? memberCount !== null : memberCount === null || womenCount > memberCount;
  const refusals = [
    ...refusalsWhen(
      [!mayAppraiseScore(head.state), SCORING_REFUSALS.notNow],
      [isWomenOdd, SCORING_REFUSALS.womenTogether],
    ),
    ...faultsOf(work, entries, given),
    ...missingOf(work, entries),
    ...unexplained(work, given, reasons),
  ];
  if (refusals.length > 0) return refusals;
  await write(tx, work, entries, { source: 'appraisal', scorerId, reasons });
  const { total } = scoreOf(pinned.sheet, entries);
  await writeScore(tx, head.id, { state: 'appraised', total, womenCount, memberCount });
  return [];
}

function appraisedValues(work: ScoreWork, given: readonly AppraisedEntryRequest[]): readonly EntryRequest[] {
  const isGiven = new Set(given.map(({ criterionCode }) => criterionCode));
  const planless = plansMissing(work.pinned.sheet, work.measured);
  const others = work.pinned.sheet.criteria.filter(
    ({ kind, code }) => kind !== 'group' && !isGiven.has(code) && !planless.has(code),
  );
  return [
    ...given,
    ...others.flatMap((criterion) => {
      const value = expectedValue(criterion, work);
      return value === undefined ? [] : [{ criterionCode: criterion.code, value }];
    }),
  ];
}

function unexplained(
  work: ScoreWork,
  given: readonly AppraisedEntryRequest[],
  reasons: ReadonlyMap<string, string>,
): readonly Refusal[] {
  const criteria = new Map(work.pinned.sheet.criteria.map((criterion) => [criterion.code, criterion]));
  return given
    .filter(({ criterionCode, value }) => {
      const criterion = criteria.get(criterionCode);
      return criterion && expectedValue(criterion, work) !== value && !reasons.get(criterionCode);
    })
    .map(({ criterionCode }) => entryRefusal('reasonNeeded', criterionCode));
}

function faultsOf(
  { pinned }: ScoreWork,
  entries: Entries,
  given: readonly { readonly criterionCode: string }[],
): readonly Refusal[] {
  const isRepeated = new Set(given.map(({ criterionCode }) => criterionCode)).size < given.length;
  return [
    ...refusalsWhen([isRepeated, SCORING_REFUSALS.repeated]),
    ...entryFaults(pinned.sheet, entries).map(({ kind, code }) => entryRefusal(kind, code)),
  ];
}

function missingOf({ pinned: { sheet }, measured }: ScoreWork, entries: Entries): readonly Refusal[] {
  const missing = missingEntries(sheet, entries, plansMissing(sheet, measured));
  return missing.map((code) => entryRefusal('missing', code));
}

async function moveTo(tx: Tx, { head, pinned }: ScoreWork, state: ScoreState, counting: Entries): Promise<void> {
  await writeScore(tx, head.id, { ...head, state, total: scoreOf(pinned.sheet, counting).total });
}

function write(tx: Tx, { head }: ScoreWork, entries: Entries, { reasons, ...scorer }: Scorer): Promise<void> {
  return replaceEntries(
    tx,
    head.id,
    scorer,
    [...entries].map(([criterionCode, { value, plan }]) => ({
      criterionCode,
      value,
      plan,
      reason: reasons?.get(criterionCode) ?? null,
    })),
  );
}
