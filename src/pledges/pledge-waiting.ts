import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SqlCondition } from '../platform/auth/scope';
import { WaitingThings, type WaitingKind } from '../reminders';

const PLEDGE = 'p.id, p.unit_id, p.campaign_id';

/** The day until which the window is open; nothing once it is closed. */
const WINDOW = `(SELECT MIN(d.due_on) FROM deadlines d
  WHERE d.stream_id = p.campaign_id AND d.kind = 'campaign.registrationCloses' AND d.status = 'armed') AS due_on`;

const KINDS: readonly WaitingKind[] = [
  {
    kind: 'pledgeToSubmit',
    label: { vi: 'Đăng ký đang soạn hoặc bị trả lại', en: 'Pledges in draft or returned' },
    subjectKind: 'pledge',
    commands: ['pledge.revise', 'pledge.submit'],
    select: ({ own }) =>
      where(
        `SELECT ${PLEDGE}, ${WINDOW} FROM pledges p WHERE p.state IN ('draft', 'returned')`,
        own('pledge.prepare', 'p.unit_id'),
      ),
  },
  {
    kind: 'pledgeToSign',
    label: { vi: 'Đăng ký, giao ước chờ ký', en: 'Pledges to sign' },
    subjectKind: 'pledge',
    commands: ['pledge.sign'],
    select: ({ own }) =>
      where(
        `SELECT p.id, m.unit_id, p.campaign_id, ${WINDOW} FROM pledges p JOIN pledge_members m ON m.pledge_id = p.id
         WHERE p.state = 'submitted' AND m.is_signed = 0`,
        own('pledge.sign', 'm.unit_id'),
      ),
  },
  {
    kind: 'pledgeToAccept',
    label: { vi: 'Đăng ký chờ tiếp nhận', en: 'Pledges to accept' },
    subjectKind: 'pledge',
    commands: ['pledge.accept', 'pledge.return', 'pledge.refuse'],
    select: ({ own }) =>
      where(
        `SELECT ${PLEDGE}, ${WINDOW} FROM pledges p JOIN campaigns c ON c.id = p.campaign_id
         WHERE p.state = 'submitted'
           AND NOT EXISTS (SELECT 1 FROM pledge_members m WHERE m.pledge_id = p.id AND m.is_signed = 0)`,
        own('pledge.keep', 'c.unit_id'),
      ),
  },
  {
    kind: 'reportToVerify',
    label: { vi: 'Báo cáo chờ thẩm định', en: 'Reports to verify' },
    subjectKind: 'pledge',
    commands: ['pledge.verify'],
    select: ({ own }) =>
      where(
        `SELECT ${PLEDGE}, NULL AS due_on FROM progress_reports r JOIN pledges p ON p.id = r.pledge_id
           JOIN campaigns c ON c.id = p.campaign_id
         WHERE p.state = 'reporting' AND r.status = 'reported'`,
        own('pledge.keep', 'c.unit_id'),
        ' GROUP BY p.id, p.unit_id, p.campaign_id',
      ),
  },
];

/** What waits for somebody in pledges. */
@Injectable()
export class PledgeWaiting implements OnModuleInit {
  constructor(private readonly waiting: WaitingThings) {}

  onModuleInit(): void {
    this.waiting.register(...KINDS);
  }
}

function where(select: string, own: SqlCondition, tail = ''): SqlCondition {
  return { sql: `${select} AND ${own.sql}${tail}`, params: own.params };
}
