import type { TallyFilter } from '../../workflows/tally';
import { NO_CLUSTER, type TallyCasesQuery, type TallyGroupsQuery, type YesNoUnknown } from './dto/tally-filter.request';

/** The filter that a request asks for, beside what it says of the units below one, which have to be looked up. */
export function filterOf(query: TallyGroupsQuery | TallyCasesQuery): Omit<TallyFilter, 'unitPath'> {
  const { year, family, tier, subjectKind, unitId, clusterId, gender, leaderLevel } = query;
  return {
    ...{ year, family, tier, subjectKind, unitId },
    clusterId: clusterId === NO_CLUSTER ? null : clusterId,
    gender: gender === 'unknown' ? null : gender,
    directWorker: yesNo(query.directWorker),
    leader: yesNo(query.leader),
    leaderLevel: leaderLevel === 'unknown' ? null : leaderLevel,
  };
}

function yesNo(text: YesNoUnknown | undefined): boolean | null | undefined {
  if (text === undefined) return undefined;
  return text === 'unknown' ? null : text === 'true';
}
