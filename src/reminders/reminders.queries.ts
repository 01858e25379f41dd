import { Injectable } from '@nestjs/common';
import type { Instant, Label, LocalDate } from '../../workflows/kernel';
import { coveredBy, visibleFrom, type Scope } from '../platform/auth/scope';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import type { PageQuery } from '../platform/http/pages/page-query.request';
import { ReadDatabase } from '../platform/persistence';
import type { Channel, DeliveryState } from './delivery';

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
const DELIVERIES: Keyset = { name: 'deliveries', sortColumn: 'x.created_at', idColumn: 'x.id', direction: 'desc' };

const DELIVERY_COLUMNS = `x.id, d.deadline_key AS "deadlineKey", d.due_on AS "dueOn", o.offset_days AS "offsetDays",
  x.recipient_user_id AS "recipientUserId", x.channel, x.state, x.is_late AS "isLate", x.problem,
  x.created_at AS "createdAt", x.sent_at AS "sentAt"`;
const DELIVERY_TABLES = `deliveries x JOIN occurrences o ON o.id = x.occurrence_id JOIN deadlines d ON d.id = o.deadline_id`;

/** What people were told. */
@Injectable()
export class RemindersQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** The signed-in user's own notices, newest first; those on units that their seats no longer reach are left out. */
  async inbox(scope: Scope, userId: string, page: PageQuery): Promise<Page<InboxItem>> {
    const seen = visibleFrom(scope, 'unit_path');
    const { where, orderBy, limit } = keysetPage(INBOX, page);
    const rows = await this.reads.rows<InboxRow>(
      `SELECT id, kind, subject_kind AS "subjectKind", subject_id AS "subjectId", message_vi AS vi, message_en AS en,
         created_at AS "createdAt", read_at AS "readAt"
       FROM notices WHERE user_id = ? AND ${seen.sql} AND ${where.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      [userId, ...seen.params, ...where.params],
    );
    return pageOf(INBOX, page, rows, { key: (row) => ({ value: row.createdAt, id: row.id }), item: inboxItem });
  }

  /** Who was told of the deadlines of one instance, newest first. */
  deliveriesOf(scope: Scope, streamId: string, page: PageQuery): Promise<Page<DeliveryRecord>> {
    return this.deliveries(scope, page, { sql: 'd.stream_id = ?', params: [streamId] });
  }

  /** Mails that nobody can say of whether they arrived, and those that could not be sent: somebody has to look at them. */
  unsettled(scope: Scope, page: PageQuery): Promise<Page<DeliveryRecord>> {
    return this.deliveries(scope, page, { sql: "x.state IN ('inDoubt', 'failed')", params: [] });
  }

  private async deliveries(
    scope: Scope,
    page: PageQuery,
    which: { readonly sql: string; readonly params: readonly string[] },
  ): Promise<Page<DeliveryRecord>> {
    const seen = coveredBy(scope, 'd.unit_path');
    const { where, orderBy, limit } = keysetPage(DELIVERIES, page);
    const rows = await this.reads.rows<DeliveryRow>(
      `SELECT ${DELIVERY_COLUMNS} FROM ${DELIVERY_TABLES}
       WHERE ${which.sql} AND ${seen.sql} AND ${where.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...which.params, ...seen.params, ...where.params],
    );
    return pageOf(DELIVERIES, page, rows, {
      key: (row) => ({ value: row.createdAt, id: row.id }),
      item: (row) => ({ ...row, isLate: row.isLate === 1 }),
    });
  }
}

function inboxItem({ subjectKind, subjectId, vi, en, ...rest }: InboxRow): InboxItem {
  return { ...rest, subject: { kind: subjectKind, id: subjectId }, message: { vi, en } };
}
