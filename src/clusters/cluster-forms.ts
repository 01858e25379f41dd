import { KEEPERS } from '../platform/auth/permission';
import type { RegisterForm } from '../platform/runner/feature-commands';
import { entriesOf } from '../platform/runner/refusals';
import { GIVERS, RUNNERS } from './cluster-authority';
import { CLUSTER_REFUSALS } from './clusters.errors';
import {
  AddMemberRequest,
  AppointHeadRequest,
  CloseClusterRequest,
  NameDelegateRequest,
  RecordLeadersRequest,
  RemoveMemberRequest,
} from './dto/cluster-changes.request';
import { FoundClusterRequest } from './dto/found-cluster.request';

const LEADING = [...RUNNERS, ...GIVERS.filter((permission) => !RUNNERS.includes(permission))];

/** Commands on a cluster and who is in it. */
export const clusterForms = {
  'cluster.found': {
    input: FoundClusterRequest,
    opens: true,
    label: { vi: 'Thành lập cụm, khối thi đua', en: 'Found a cluster' },
    permissions: KEEPERS,
    refusals: entriesOf(CLUSTER_REFUSALS, 'unknownUnit', 'taken', 'unitEnded', 'endsBeforeStart'),
  },
  'cluster.addMember': {
    input: AddMemberRequest,
    label: { vi: 'Thêm đơn vị vào cụm, khối', en: 'Add a member to a cluster' },
    permissions: KEEPERS,
    refusals: entriesOf(CLUSTER_REFUSALS, 'unknownUnit', 'memberAlready', 'unitEnded', 'endsBeforeStart', 'closed'),
  },
  'cluster.removeMember': {
    input: RemoveMemberRequest,
    label: { vi: 'Đưa đơn vị ra khỏi cụm, khối', en: 'Take a member out of a cluster' },
    permissions: KEEPERS,
    refusals: entriesOf(CLUSTER_REFUSALS, 'notMember', 'memberAgain', 'endsBeforeStart', 'closed'),
  },
  'cluster.close': {
    input: CloseClusterRequest,
    label: { vi: 'Kết thúc cụm, khối thi đua', en: 'Close a cluster' },
    permissions: KEEPERS,
    refusals: entriesOf(CLUSTER_REFUSALS, 'endsBeforeStart', 'closed'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** Commands on who leads a cluster and who sits in its conference. */
export const clusterLeadForms = {
  'cluster.appointHead': {
    input: AppointHeadRequest,
    label: { vi: 'Cử cụm trưởng, cụm phó', en: 'Appoint a head or a deputy' },
    permissions: KEEPERS,
    refusals: entriesOf(CLUSTER_REFUSALS, 'notMember', 'headTaken', 'endsBeforeStart', 'closed'),
  },
  'cluster.nameDelegate': {
    input: NameDelegateRequest,
    label: { vi: 'Cử người dự hội nghị cụm, khối', en: 'Name a delegate to the conference' },
    permissions: LEADING,
    refusals: entriesOf(CLUSTER_REFUSALS, 'notMember', 'unknownPerson', 'delegateTaken', 'endsBeforeStart', 'closed'),
  },
  'cluster.recordLeaders': {
    input: RecordLeadersRequest,
    label: { vi: 'Ghi nhận đơn vị dẫn đầu', en: 'Record the elected leaders' },
    permissions: LEADING,
    refusals: entriesOf(
      CLUSTER_REFUSALS,
      'unknownResult',
      'notOver',
      'leadersKnown',
      'nobodyChosen',
      'notMember',
      'closed',
    ),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** The form of every command on a cluster. */
export const allClusterForms = { ...clusterForms, ...clusterLeadForms } as const;
