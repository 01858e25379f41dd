import type { LocalDate } from '../../../workflows/kernel';
import { BoundedArray, BoundedText, IsLocalDate, IsOneOf, IsUuid } from '../../platform/http/validators';
import { uuidRule } from '../../platform/http/validators/text-rules';
import { CLUSTER_PERIODS, type ClusterPeriod } from '../cluster';

/** Input of `cluster.found`. */
export class FoundClusterRequest {
  @BoundedText({ max: 50, description: 'Unique among the clusters of a period.', example: 'CUM-01' })
  readonly code: string;

  @BoundedText({ max: 300, example: 'Cụm thi đua số 1' })
  readonly name: string;

  @BoundedText({ max: 20, description: 'The year, or the school year.', example: '2024' })
  readonly period: string;

  @IsOneOf(CLUSTER_PERIODS)
  readonly periodType: ClusterPeriod;

  @IsLocalDate({ example: '2024-01-01' })
  readonly startsOn: LocalDate;

  @IsLocalDate({ description: 'Last day, included.', example: '2024-12-31' })
  readonly endsOn: LocalDate;

  @IsUuid({ description: 'The unit that runs the cluster.' })
  readonly unitId: string;

  @BoundedArray(uuidRule, { max: 200, unique: true, optional: true, description: 'Members from the first day on.' })
  readonly memberIds?: readonly string[];
}
