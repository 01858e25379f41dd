import type { TallyFilter } from '../../workflows/tally';
import type { TallyCasesQuery, TallyGroupsQuery, YesNoUnknown } from './dto/tally-filter.request';

/** The filter that a request asks for, beside what it says of units, which have to be looked up. */
export function filterOf(query: TallyGroupsQuery | TallyCasesQuery): Omit<TallyFilter, 'unitPath'> {
  const { year, family, tier, subjectKind, unitId, gender } = query;
  return {
    ...{ year, family, tier, subjectKind, unitId },
    gender: gender === 'unknown' ? null : gender,
    directWorker: yesNo(query.directWorker),
    leader: yesNo(query.leader),
  };
}

function yesNo(text: YesNoUnknown | undefined): boolean | null | undefined {
  if (text === undefined) return undefined;
  return text === 'unknown' ? null : text === 'true';
}
