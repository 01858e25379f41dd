export { foldTally } from './fold';
export { DIMENSION_LABELS, FAMILY_LABELS, NUMBER_LABELS, STAGE_LABELS } from './tally.labels';
export { emptyCounts, foldGroups, sortedGroups } from './groups';
export { stagesOf, yearOn } from './stages';
export {
  TALLY_DIMENSIONS,
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
  type TallyLine,
  type TallyRow,
  type TallyStage,
  type TallySubjectKind,
  type TallyTotal,
} from './tally.types';
export * from './reconciliation';
