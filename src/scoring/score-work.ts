import { Injectable } from '@nestjs/common';
import { decimal, localDateOf, type Instant } from '../../workflows/kernel';
import { isWithoutPlan, type Criterion, type Entries, type Entry, type ScoringSheet } from '../../workflows/scoring';
import { ClusterDirectory, isClosedOn } from '../clusters';
import type { RowReader, Tx } from '../platform/persistence';
import { PledgeDirectory, type MeasuredValue } from '../pledges';
import type { PinnedSheet, ScoreHead, StoredEntry } from './score';
import { readEntries, readScore } from './scores.repository';
import { readPinned } from './sheets.repository';

/** Everything that a change of a score is judged by, read within its unit of work. */
export interface ScoreWork {
  readonly head: ScoreHead;
  readonly pinned: PinnedSheet;
  readonly isClosed: boolean;
  /** What was pledged and verified, by measure. */
  readonly measured: ReadonlyMap<string, MeasuredValue>;
  readonly stored: readonly StoredEntry[];
}

/** Reads what changes of scores are judged by. */
@Injectable()
export class ScoreWorkReader {
  constructor(
    private readonly clusters: ClusterDirectory,
    private readonly pledges: PledgeDirectory,
  ) {}

  /** The score is taken for change and the cluster held open; undefined when there is no such score. */
  async of(tx: Tx, scoreId: string, at: Instant): Promise<ScoreWork | undefined> {
    const head = await readScore(tx, scoreId, 'taken');
    if (!head) return undefined;
    const cluster = await this.clusters.clusterOf(tx, head.clusterId, 'held');
    const pinned = await readPinned(tx, head.clusterId);
    if (!cluster || !pinned) throw new Error(`The score ${scoreId} has no cluster or no sheet`);
    const measured = await this.measuredOf(tx, pinned, head.unitId);
    return {
      head,
      pinned,
      isClosed: isClosedOn(cluster, localDateOf(at)),
      measured,
      stored: await readEntries(tx, [scoreId]),
    };
  }

  /** What a unit has pledged and what was verified, for the measures that the sheet names. */
  async measuredOf(
    rows: RowReader,
    { campaignId, sheet }: PinnedSheet,
    unitId: string,
  ): Promise<ReadonlyMap<string, MeasuredValue>> {
    if (campaignId === null || sheet.criteria.every(({ measureCode }) => measureCode === null)) return new Map();
    const found = await this.pledges.measuredOf(rows, campaignId, [unitId]);
    return new Map(found.map((value) => [value.measureCode, value]));
  }
}

/** Values by criterion, each with the plan that the unit has pledged where the sheet has none. */
export function withPlans(
  { criteria }: PinnedSheet['sheet'],
  measured: ScoreWork['measured'],
  values: readonly { readonly criterionCode: string; readonly value: Entry['value'] }[],
): Entries {
  const byCode = new Map(criteria.map((criterion) => [criterion.code, criterion]));
  return new Map(
    values.map(({ criterionCode, value }) => [
      criterionCode,
      { value, plan: planOf(byCode.get(criterionCode), measured) },
    ]),
  );
}

function planOf(criterion: Criterion | undefined, measured: ScoreWork['measured']): Entry['plan'] {
  const measureCode = criterion?.measureCode ?? null;
  if (measureCode === null) return null;
  if (criterion?.method === 'bands' || criterion?.method === 'count') return null;
  const pledged = measured.get(measureCode)?.pledged;
  return pledged === undefined ? null : decimal(pledged);
}

/** The criteria that compare with what the unit has pledged, where it has pledged nothing: nobody can enter a value there. */
export function plansMissing(
  { criteria }: Pick<ScoringSheet, 'criteria'>,
  measured: ScoreWork['measured'],
): ReadonlySet<string> {
  const missing = criteria.filter((criterion) => isWithoutPlan(criterion, planOf(criterion, measured)));
  return new Set(missing.map(({ code }) => code));
}

/**
 * What is taken for a criterion unless whoever appraises says otherwise: the verified value, else the unit's own. A value
 * that is known in per cent of the plan alone lies in no band and is no count.
 */
export function expectedValue(
  criterion: Criterion,
  { measured, stored }: Pick<ScoreWork, 'measured' | 'stored'>,
): Entry['value'] | undefined {
  const found = criterion.measureCode === null ? undefined : measured.get(criterion.measureCode);
  const isOfPlan = criterion.method !== 'bands' && criterion.method !== 'count';
  if (found && found.verified !== null && (isOfPlan || !found.isShare)) return decimal(found.verified);
  return stored.find(({ source, criterionCode }) => source === 'self' && criterionCode === criterion.code)?.value;
}
