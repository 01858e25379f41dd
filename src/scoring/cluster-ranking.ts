import { localDateOf, type Instant } from '../../workflows/kernel';
import { rankingOf, scoreOf, type Ranking, type TieBallot } from '../../workflows/scoring';
import type { ClusterDirectory, ClusterRef } from '../clusters';
import type { RowReader } from '../platform/persistence';
import type { RulebooksService } from '../rulebooks';
import { countingEntries, type PinnedSheet, type ScoreHead, type StoredEntry } from './score';
import { readEntries, readScores } from './scores.repository';
import { readPinned } from './sheets.repository';

/** The ranking of a cluster as it would be now. */
export interface ClusterRanking {
  readonly pinned: PinnedSheet;
  readonly ranking: Ranking;
  readonly failedGates: ReadonlyMap<string, readonly string[]>;
  /** Members whose sheet is not appraised. */
  readonly missingUnitIds: readonly string[];
}

/** Where a ranking is worked out from, beside its scores. */
export interface RankingSources {
  readonly clusters: Pick<ClusterDirectory, 'membersOn'>;
  /** Whose rules on equals hold on the day. */
  readonly rulebooks: Pick<RulebooksService, 'at'>;
}

/** Ranks the appraised members of a cluster; undefined while it has chosen no sheet. In five statements, whatever its size. */
export async function clusterRanking(
  rows: RowReader,
  { clusters, rulebooks }: RankingSources,
  {
    cluster,
    at,
    ballots,
  }: { readonly cluster: ClusterRef; readonly at: Instant; readonly ballots: readonly TieBallot[] },
): Promise<ClusterRanking | undefined> {
  const pinned = await readPinned(rows, cluster.id);
  if (!pinned) return undefined;
  const today = localDateOf(at);
  const members = await clusters.membersOn(rows, cluster.id, today > cluster.endsOn ? cluster.endsOn : today);
  const heads = (await readScores(rows, cluster.id)).filter(
    ({ unitId, state }) => state === 'appraised' && members.includes(unitId),
  );
  const stored = await readEntries(
    rows,
    heads.map(({ id }) => id),
    ['appraisal'],
  );
  const contenders = heads.map((head) => contenderOf(pinned, head, stored));
  return {
    pinned,
    ranking: rankingOf(contenders, pinned.sheet.tieBreak, {
      ballots,
      womenShare: rulebooks.at(today)?.ties?.collectiveShare ?? null,
    }),
    failedGates: new Map(contenders.map(({ unitId, score }) => [unitId, score.failedGates])),
    missingUnitIds: members.filter((unitId) => !heads.some((head) => head.unitId === unitId)),
  };
}

function contenderOf(
  { sheet }: PinnedSheet,
  { id, unitId, state, womenCount, memberCount }: ScoreHead,
  stored: readonly StoredEntry[],
): Parameters<typeof rankingOf>[0][number] {
  const own = stored.filter(({ scoreId }) => scoreId === id);
  const women = womenCount === null || memberCount === null ? null : { count: womenCount, of: memberCount };
  return { unitId, score: scoreOf(sheet, countingEntries(own, state)), women };
}
