import { Injectable } from '@nestjs/common';
import type { Label } from '../../../workflows/kernel';
import type { OwedKind } from '../../../workflows/reminder';
import type { Actor } from '../../platform/auth/actor';
import type { Permission } from '../../platform/auth/permission';
import type { SqlCondition } from '../../platform/auth/scope';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { placeholders, ReadDatabase } from '../../platform/persistence';
import type { WaitingListQuery } from '../dto/waiting.request';
import type { WaitingCountResponse, WaitingItemResponse } from '../dto/waiting.response';
import { OwedThings, type OwedDeadline } from '../owed-things';
import { ownUnits, WaitingThings } from './waiting-things';

/** What is without a day comes last. */
const NO_DAY = '9999-12-31';
const BY_DAY: Keyset = {
  name: 'waiting.dueOn',
  sortColumn: 'w.due_on',
  idColumn: `(w.kind || ':' || w.id || ':' || w.unit_id)`,
  direction: 'asc',
};

/** Deadlines that are looked at: those of the campaigns that the actor's own units take part in. */
const MOST_DEADLINES = 500;

/** What units owe by a deadline, who does it, and how. */
const OWED: Readonly<
  Record<OwedKind, { kind: string; label: Label; permission: Permission; commands: readonly string[] }>
> = {
  'campaign.registrationCloses': {
    kind: 'pledgeOwed',
    label: { vi: 'Đăng ký thi đua phải nộp', en: 'Pledges to hand in' },
    permission: 'pledge.prepare',
    commands: ['pledge.draft', 'pledge.submit'],
  },
  'campaign.reportDue': {
    kind: 'reportOwed',
    label: { vi: 'Báo cáo phải nộp', en: 'Reports to send' },
    permission: 'pledge.prepare',
    commands: ['pledge.report'],
  },
  'campaign.dossiersDue': {
    kind: 'dossierOwed',
    label: { vi: 'Hồ sơ trình khen phải nộp', en: 'Dossiers to hand in' },
    permission: 'case.prepare',
    commands: ['dossier.draft', 'dossier.submit'],
  },
};

interface WaitingRow {
  readonly kind: string;
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string | null;
  readonly campaignId: string | null;
  readonly campaignName: string | null;
  readonly dueOn: string;
}

interface About {
  readonly label: Label;
  readonly subjectKind: string;
  readonly commands: readonly string[];
}

/** Reads what waits for the signed-in user, from the states of things as they are now. */
@Injectable()
export class WaitingQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly things: WaitingThings,
    private readonly owed: OwedThings,
  ) {}

  /** A page of what waits, what is due first; one kind alone when asked for. */
  async list(actor: Actor, query: WaitingListQuery): Promise<Page<WaitingItemResponse>> {
    const waiting = await this.waiting(actor, query.kind);
    if (!waiting) return { items: [], nextCursor: null };
    const { where, orderBy, limit } = keysetPage(BY_DAY, query);
    const rows = await this.reads.rows<WaitingRow>(
      `SELECT w.kind, w.id, w.unit_id AS "unitId", u.name AS "unitName", w.campaign_id AS "campaignId",
         c.name AS "campaignName", w.due_on AS "dueOn"
       FROM (${waiting.sql}) w LEFT JOIN units u ON u.id = w.unit_id LEFT JOIN campaigns c ON c.id = w.campaign_id
       WHERE ${where.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...waiting.params, ...where.params],
    );
    return pageOf(BY_DAY, query, rows, {
      key: ({ dueOn, kind, id, unitId }) => ({ value: dueOn, id: `${kind}:${id}:${unitId}` }),
      item: (row) => this.itemOf(row),
    });
  }

  /** How many of each kind wait; kinds of which nothing does are left out. */
  async counts(actor: Actor): Promise<readonly WaitingCountResponse[]> {
    const waiting = await this.waiting(actor);
    if (!waiting) return [];
    const rows = await this.reads.rows<{ kind: string; count: number | string }>(
      `SELECT w.kind, COUNT(*) AS "count" FROM (${waiting.sql}) w GROUP BY w.kind ORDER BY w.kind`,
      waiting.params,
    );
    return rows.map(({ kind, count }) => ({ kind, label: this.about(kind).label, count: Number(count) }));
  }

  private itemOf({ kind, id, dueOn, ...rest }: WaitingRow): WaitingItemResponse {
    const { label, subjectKind, commands } = this.about(kind);
    return {
      kind,
      label,
      subject: { kind: subjectKind, id },
      ...rest,
      dueOn: dueOn === NO_DAY ? null : dueOn,
      commands,
    };
  }

  private about(kind: string): About {
    const owed = Object.values(OWED).find((each) => each.kind === kind);
    const about = owed ? { ...owed, subjectKind: 'campaign' } : this.things.kinds().get(kind);
    if (!about) throw new Error(`${kind} is nothing that waits`);
    return about;
  }

  private async waiting(actor: Actor, kind?: string): Promise<SqlCondition | undefined> {
    const own = (permission: Permission, column: string): SqlCondition => ownUnits(actor, permission, column);
    const stated = [...this.things.kinds().values()].flatMap((each) => {
      const select = each.select({ actor, own });
      return select ? [{ kind: each.kind, ...select }] : [];
    });
    const all = [...stated, ...(await this.owing(actor))].filter((each) => kind === undefined || each.kind === kind);
    if (all.length === 0) return undefined;
    return {
      sql: all
        .map(
          (each) =>
            `SELECT '${each.kind}' AS kind, s.id, s.unit_id, s.campaign_id, COALESCE(s.due_on, '${NO_DAY}') AS due_on
             FROM (${each.sql}) s`,
        )
        .join(' UNION ALL '),
      params: all.flatMap(({ params }) => params),
    };
  }

  /** What the actor's own units owe by deadlines that are to come or have passed. */
  private async owing(actor: Actor): Promise<readonly (SqlCondition & { readonly kind: string })[]> {
    const found: (SqlCondition & { readonly kind: string })[] = [];
    const deadlines = await this.deadlinesOf(actor);
    for (const [deadlineKind, { kind, permission }] of Object.entries(OWED)) {
      const owing = await this.owed.owing(
        this.reads,
        deadlines.filter((each) => each.kind === deadlineKind),
      );
      const own = ownUnits(actor, permission, 'o.unit_id');
      if (owing)
        found.push({
          kind,
          sql: `SELECT d.stream_id AS id, o.unit_id, d.stream_id AS campaign_id, d.due_on
            FROM (${owing.sql}) o JOIN deadlines d ON d.id = o.deadline_id WHERE ${own.sql}`,
          params: [...owing.params, ...own.params],
        });
    }
    return found;
  }

  private async deadlinesOf(actor: Actor): Promise<OwedDeadline[]> {
    const kinds = Object.keys(OWED);
    const [pledges, cases] = [
      ownUnits(actor, 'pledge.prepare', 'x.unit_id'),
      ownUnits(actor, 'case.prepare', 'x.unit_id'),
    ];
    return this.reads.rows<OwedDeadline & object>(
      `SELECT d.id, d.deadline_key AS "key", d.kind, d.stream_id AS "streamId" FROM deadlines d
       WHERE d.status <> 'dropped' AND d.kind IN ${placeholders(kinds.length)} AND EXISTS (
         SELECT 1 FROM campaigns c JOIN campaign_units x ON x.campaign_id = c.id AND x.plan_revision = c.plan_revision
         WHERE c.id = d.stream_id AND (${pledges.sql} OR ${cases.sql}))
       ORDER BY d.due_at DESC, d.id LIMIT ${MOST_DEADLINES}`,
      [...kinds, ...pledges.params, ...cases.params],
    );
  }
}
