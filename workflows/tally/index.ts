export { foldTally, stagesOf } from './fold';
export {
  TALLY_STAGES,
  type FamilyTally,
  type Tally,
  type TallyAxis,
  type TallyCount,
  type TallyCounts,
  type TallyFamily,
  type TallyLine,
  type TallyRow,
  type TallyStage,
  type TallySubjectKind,
  type TallyTotal,
} from './tally.types';
