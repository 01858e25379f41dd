export { clustersOf, type ClusterMembership } from './clusters';
export { foldTally } from './fold';
export {
  DIMENSION_LABELS,
  FAMILY_LABELS,
  LEADER_LEVEL_LABELS,
  NUMBER_LABELS,
  QUOTA_LABELS,
  STAGE_LABELS,
} from './tally.labels';
export { emptyCounts, foldGroups, sortedGroups } from './groups';
export { foldQuotas, type QuotaQuestion, type QuotaStanding, type TallyQuota, type TallyQuotaEntry } from './quotas';
export { stagesOf, yearOn } from './stages';
export {
  TALLY_DIMENSIONS,
  TALLY_LEADER_LEVELS,
  TALLY_STAGES,
  type FamilyTally,
  type Tally,
  type TallyAxis,
  type TallyBreakdown,
  type TallyCount,
  type TallyCounts,
  type TallyDimension,
  type TallyFamily,
  type TallyFilter,
  type TallyGroup,
  type TallyGroups,
  type TallyKey,
  type TallyLeaderLevel,
  type TallyLine,
  type TallyRow,
  type TallyStage,
  type TallySubjectKind,
  type TallyTotal,
} from './tally.types';
export * from './reconciliation';
