import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SqlCondition } from '../platform/auth/scope';
import { WaitingThings, type WaitingKind } from '../reminders';

const DOSSIER = 'SELECT o.id, o.unit_id, o.campaign_id, o.appraisal_due_on AS due_on FROM dossiers o';
const DECISION = 'SELECT d.id, d.unit_id, d.campaign_id, NULL AS due_on FROM decisions d';

const KINDS: readonly WaitingKind[] = [
  {
    kind: 'dossierToReceive',
    label: { vi: 'Hồ sơ chờ tiếp nhận', en: 'Dossiers to receive' },
    subjectKind: 'dossier',
    commands: ['dossier.receive', 'dossier.return'],
    select: ({ own }) => where(`${DOSSIER} WHERE o.state = 'submitted'`, own('case.keep', 'o.authority_unit_id')),
  },
  {
    kind: 'dossierToCheck',
    label: { vi: 'Hồ sơ chờ kiểm tra đủ hay thiếu', en: 'Dossiers to check' },
    subjectKind: 'dossier',
    commands: ['dossier.markComplete', 'dossier.noteGap', 'dossier.return'],
    select: ({ own }) => where(`${DOSSIER} WHERE o.state = 'received'`, own('case.keep', 'o.authority_unit_id')),
  },
  {
    kind: 'caseToAppraise',
    label: { vi: 'Trường hợp chờ thẩm định', en: 'Cases to appraise' },
    subjectKind: 'award',
    commands: ['award.appraise', 'award.list', 'award.return'],
    countsDays: true,
    select: ({ own }) =>
      where(
        `SELECT a.id, a.unit_id, a.campaign_id, o.appraisal_due_on AS due_on, (
           SELECT t.is_provisional FROM deadlines t WHERE t.stream_id = o.id AND t.deadline_key = 'appraisalDue'
             AND t.status <> 'dropped') AS is_provisional
         FROM award_cases a JOIN dossiers o ON o.id = a.dossier_id WHERE a.state = 'underAppraisal'`,
        own('case.keep', 'o.authority_unit_id'),
      ),
  },
  {
    kind: 'decisionToSign',
    label: { vi: 'Quyết định chờ ký', en: 'Decisions to sign' },
    subjectKind: 'decision',
    commands: ['decision.sign'],
    select: ({ own }) => where(`${DECISION} WHERE d.state = 'inSignature'`, own('decision.sign', 'd.unit_id')),
  },
  {
    kind: 'decisionToIssue',
    label: { vi: 'Quyết định chờ ban hành', en: 'Decisions to issue' },
    subjectKind: 'decision',
    commands: ['decision.issue'],
    select: ({ own }) => where(`${DECISION} WHERE d.state = 'signed'`, own('decision.issue', 'd.unit_id')),
  },
];

/** What waits for somebody in awards. */
@Injectable()
export class AwardWaiting implements OnModuleInit {
  constructor(private readonly waiting: WaitingThings) {}

  onModuleInit(): void {
    this.waiting.register(...KINDS);
  }
}

function where(select: string, own: SqlCondition): SqlCondition {
  return { sql: `${select} AND ${own.sql}`, params: own.params };
}
