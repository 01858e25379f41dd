import type { LocalDate } from '../../../workflows/kernel';
import { BoundedText, IsLocalDate, IsOneOf, IsUuid } from '../../platform/http/validators';
import { CLUSTER_ROLES, type ClusterRole } from '../cluster';

/** Input of `cluster.addMember`. */
export class AddMemberRequest {
  @IsUuid()
  readonly unitId: string;

  @IsLocalDate({ example: '2024-01-01' })
  readonly validFrom: LocalDate;

  @IsLocalDate({ optional: true, description: 'Last day, included; absent while it lasts.' })
  readonly validTo?: LocalDate;
}

/** Input of `cluster.removeMember`: the unit leaves, and with it what it leads and who sits for it. */
export class RemoveMemberRequest {
  @IsUuid()
  readonly unitId: string;

  @IsLocalDate({ description: 'Last day in the cluster, included.', example: '2024-06-30' })
  readonly validTo: LocalDate;
}

/** Input of `cluster.appointHead`. A new head takes over from the one before on the first day. */
export class AppointHeadRequest {
  @IsUuid()
  readonly unitId: string;

  @IsOneOf(CLUSTER_ROLES)
  readonly role: ClusterRole;

  @IsLocalDate({ example: '2024-01-01' })
  readonly validFrom: LocalDate;

  @IsLocalDate({ optional: true, description: 'Last day, included; absent while it lasts.' })
  readonly validTo?: LocalDate;

  @BoundedText({ max: 200, description: 'Number and symbol of the paper.', example: '12/QĐ-HĐTĐKT' })
  readonly paper: string;
}

/** Input of `cluster.nameDelegate`: who votes for the unit in the conference, in place of whoever did before. */
export class NameDelegateRequest {
  @IsUuid()
  readonly unitId: string;

  @IsUuid({ description: 'A person of the unit.' })
  readonly personId: string;

  @IsLocalDate({ example: '2024-12-01' })
  readonly validFrom: LocalDate;

  @IsLocalDate({ optional: true, description: 'Last day, included; absent while it lasts.' })
  readonly validTo?: LocalDate;

  @BoundedText({ max: 200, description: 'Number and symbol of the paper.', example: '03/GGT-UBND' })
  readonly paper: string;
}

/** Input of `cluster.recordLeaders`: takes over whom the conference has chosen. */
export class RecordLeadersRequest {
  @IsUuid({ description: 'The review round of the conference.' })
  readonly reviewId: string;

  @IsUuid({ description: 'The item that chooses among units.' })
  readonly itemId: string;
}

/** Input of `cluster.close`. */
export class CloseClusterRequest {
  @IsLocalDate({ description: 'The first day on which nothing changes any more.', example: '2025-02-01' })
  readonly on: LocalDate;
}
