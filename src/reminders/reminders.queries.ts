import { Injectable } from '@nestjs/common';
import type { Instant, Label, LocalDate } from '../../workflows/kernel';
import { coveredBy, visibleFrom, type Scope, type SqlCondition } from '../platform/auth/scope';
import { allOf, equals } from '../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import type { PageQuery } from '../platform/http/pages/page-query.request';
import { ReadDatabase } from '../platform/persistence';
import type { Channel, DeliveryState } from './delivery';
import type { DeliveryListQuery } from './dto/deliveries.request';
import type { NoticeListQuery } from './dto/notices.request';

/** A notice as its user sees it. */
export interface InboxItem {
  readonly id: string;
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly message: Label;
  readonly createdAt: Instant;
  readonly readAt: Instant | null;
}

/** Who was told what of a deadline, when and how. */
export interface DeliveryRecord {
  readonly id: string;
  readonly deadlineKey: string;
  readonly dueOn: LocalDate;
  readonly offsetDays: number;
  readonly recipientUserId: string;
  readonly channel: Channel;
  readonly state: DeliveryState;
  readonly isLate: boolean;
  readonly problem: string | null;
  readonly createdAt: Instant;
  readonly sentAt: Instant | null;
}

interface InboxRow extends Omit<InboxItem, 'subject' | 'message'> {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly vi: string;
  readonly en: string;
}

type DeliveryRow = Omit<DeliveryRecord, 'isLate'> & { readonly isLate: number };

const INBOX: Keyset = { name: 'notices.createdAt', sortColumn: 'created_at', idColumn: 'id', direction: 'desc' };
const IN_STATE = {
  unread: { sql: 'read_at IS NULL', params: [] },
  read: { sql: 'read_at IS NOT NULL', params: [] },
} as const satisfies Record<string, SqlCondition>;
const DELIVERIES: Keyset = { name: 'deliveries', sortColumn: 'x.created_at', idColumn: 'x.id', direction: 'desc' };

/** Mails that nobody can say of whether they arrived, and those that could not be sent, for good or so far. */
const UNSETTLED: SqlCondition = {
  sql: "(x.state IN ('inDoubt', 'failed') OR (x.state = 'pending' AND x.problem IS NOT NULL))",
  params: [],
};

const DELIVERY_COLUMNS = `x.id, d.deadline_key AS "deadlineKey", d.due_on AS "dueOn", o.offset_days AS "offsetDays",
  x.recipient_user_id AS "recipientUserId", x.channel, x.state, x.is_late AS "isLate", x.problem,
  x.created_at AS "createdAt", x.sent_at AS "sentAt"`;
const DELIVERY_TABLES = `deliveries x JOIN occurrences o ON o.id = x.occurrence_id JOIN deadlines d ON d.id = o.deadline_id`;

/** What people were told. */
@Injectable()
export class RemindersQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** The signed-in user's own notices, newest first; those on units that their seats no longer reach are left out. */
  async inbox(scope: Scope, userId: string, query: PageQuery & NoticeListQuery): Promise<Page<InboxItem>> {
    const { where, orderBy, limit } = keysetPage(INBOX, query);
    const condition = allOf([toldTo(scope, userId), where, ...(query.state ? [IN_STATE[query.state]] : [])]);
    const rows = await this.reads.rows<InboxRow>(
      `SELECT id, kind, subject_kind AS "subjectKind", subject_id AS "subjectId", message_vi AS vi, message_en AS en,
         created_at AS "createdAt", read_at AS "readAt"
       FROM notices WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(INBOX, query, rows, { key: (row) => ({ value: row.createdAt, id: row.id }), item: inboxItem });
  }

  /** Whether a user was told this, and may still see it. */
  async isTold(scope: Scope, userId: string, noticeId: string): Promise<boolean> {
    const condition = allOf([toldTo(scope, userId), { sql: 'id = ?', params: [noticeId] }]);
    const found = await this.reads.rows(`SELECT id FROM notices WHERE ${condition.sql}`, condition.params);
    return found.length > 0;
  }

  /** Who was told of the deadlines of the units that the scope covers, newest first. */
  async deliveries(scope: Scope, query: DeliveryListQuery): Promise<Page<DeliveryRecord>> {
    const { where, orderBy, limit } = keysetPage(DELIVERIES, query);
    const condition = allOf([
      coveredBy(scope, 'd.unit_path'),
      where,
      ...equals('d.stream_id', query.subjectId),
      ...(query.state === 'unsettled' ? [UNSETTLED] : equals('x.state', query.state)),
    ]);
    const rows = await this.reads.rows<DeliveryRow>(
      `SELECT ${DELIVERY_COLUMNS} FROM ${DELIVERY_TABLES}
       WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(DELIVERIES, query, rows, {
      key: (row) => ({ value: row.createdAt, id: row.id }),
      item: (row) => ({ ...row, isLate: row.isLate === 1 }),
    });
  }
}

/** What a user was told of units that their seats still reach. */
function toldTo(scope: Scope, userId: string): SqlCondition {
  return allOf([{ sql: 'user_id = ?', params: [userId] }, visibleFrom(scope, 'unit_path')]);
}

function inboxItem({ subjectKind, subjectId, vi, en, ...rest }: InboxRow): InboxItem {
  return { ...rest, subject: { kind: subjectKind, id: subjectId }, message: { vi, en } };
}
