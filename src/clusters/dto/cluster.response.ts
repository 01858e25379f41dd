import { ApiProperty } from '@nestjs/swagger';
import { CLUSTER_PERIODS, CLUSTER_ROLES, type ClusterPeriod, type ClusterRole } from '../cluster';

/** One cluster in a list. */
export class ClusterSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'CUM-01' })
  readonly code: string;

  @ApiProperty({ example: 'Cụm thi đua số 1' })
  readonly name: string;

  @ApiProperty({ example: '2024' })
  readonly period: string;

  @ApiProperty({ enum: CLUSTER_PERIODS })
  readonly periodType: ClusterPeriod;

  @ApiProperty({ format: 'date' })
  readonly startsOn: string;

  @ApiProperty({ format: 'date', description: 'Last day, included.' })
  readonly endsOn: string;

  @ApiProperty({ format: 'uuid', description: 'The unit that runs it.' })
  readonly unitId: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly closedOn: string | null;

  @ApiProperty({ type: 'integer', description: 'Number of changes so far.' })
  readonly version: number;
}

/** A unit in a cluster, with its days. */
export class ClusterMemberResponse {
  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ format: 'date' })
  readonly validFrom: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day, included.' })
  readonly validTo: string | null;
}

/** A member that leads for a time. */
export class ClusterHeadResponse extends ClusterMemberResponse {
  @ApiProperty({ enum: CLUSTER_ROLES })
  readonly role: ClusterRole;

  @ApiProperty({ example: '12/QĐ-HĐTĐKT' })
  readonly paper: string;
}

/** Who sits for a member in the conference. */
export class ClusterDelegateResponse extends ClusterMemberResponse {
  @ApiProperty({ format: 'uuid' })
  readonly personId: string;

  @ApiProperty({ example: '03/GGT-UBND' })
  readonly paper: string;
}

/** A unit that the conference has elected, with its votes. */
export class ClusterLeaderResponse {
  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ type: 'integer', example: 1, description: 'Shared by those with equal votes.' })
  readonly place: number;

  @ApiProperty({ type: 'integer', example: 7 })
  readonly votes: number;

  @ApiProperty({ type: 'integer', example: 9, description: 'Valid ballots and written opinions' })
  readonly of: number;

  @ApiProperty({ format: 'uuid' })
  readonly reviewId: string;

  @ApiProperty({ format: 'uuid' })
  readonly itemId: string;
}

/** One cluster with everything that is kept of it; of every time, the oldest first. */
export class ClusterResponse extends ClusterSummary {
  @ApiProperty({ type: [ClusterMemberResponse] })
  readonly members: readonly ClusterMemberResponse[];

  @ApiProperty({ type: [ClusterHeadResponse] })
  readonly heads: readonly ClusterHeadResponse[];

  @ApiProperty({ type: [ClusterDelegateResponse] })
  readonly delegates: readonly ClusterDelegateResponse[];

  @ApiProperty({ type: [ClusterLeaderResponse], description: 'Whom the conference has elected, most votes first.' })
  readonly leaders: readonly ClusterLeaderResponse[];
}
