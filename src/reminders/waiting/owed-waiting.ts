import { Injectable } from '@nestjs/common';
import type { Label, LocalDate } from '../../../workflows/kernel';
import type { OwedKind } from '../../../workflows/reminder';
import type { Actor } from '../../platform/auth/actor';
import type { Permission } from '../../platform/auth/permission';
import type { SqlCondition } from '../../platform/auth/scope';
import { allOf } from '../../platform/http/pages/conditions';
import { placeholders, ReadDatabase } from '../../platform/persistence';
import { OwedThings, type OwedDeadline } from '../owed-things';
import { ownUnits } from './waiting-things';

/** What units owe by a deadline, who does it, and how. */
export const OWED: Readonly<
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

/** Deadlines looked at by one statement; more where more fall on its last day. */
const DEADLINES_AT_ONCE = 500;

/** SELECTs of `id`, `unit_id`, `campaign_id` and `due_on` of one kind of what waits. */
export type WaitingSelect = SqlCondition & { readonly kind: string };

/** Some days, in the order of time; without an end that is not there. */
interface Days {
  readonly from?: string;
  readonly after?: string;
  readonly to?: string;
}

/** What is owed within some days. */
export interface OwedPortion {
  readonly selects: readonly WaitingSelect[];
  /** The days, of `w.due_on`: those of portions follow each other, and the last portion has no end. */
  readonly days: SqlCondition;
}

/** Reads what the actor's own units owe by deadlines that are to come or have passed: by all of them, some days at a time. */
@Injectable()
export class OwedWaiting {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly owed: OwedThings,
  ) {}

  /** At least one portion, what is due first: `from` a day on, and of one `kind` of waiting things, where asked for. */
  async *portions(
    actor: Actor,
    asked: { readonly kind?: string | undefined; readonly from?: string | undefined },
  ): AsyncGenerator<OwedPortion> {
    const deadlines = deadlinesMeant(actor, asked.kind);
    let begin: Days = asked.from === undefined ? {} : { from: asked.from };
    for (let isMore = true; isMore;) {
      const to = deadlines && (await this.lastDay(allOf([deadlines, within('d.due_on', begin)])));
      const days = { ...begin, ...(to === undefined ? {} : { to }) };
      const selects = deadlines ? await this.owing(actor, allOf([deadlines, within('d.due_on', days)])) : [];
      yield { selects, days: within('w.due_on', days) };
      if (to !== undefined) begin = { after: to };
      isMore = to !== undefined;
    }
  }

  /** The day of the last deadline that one statement should look at; undefined when it can look at all. */
  private async lastDay(condition: SqlCondition): Promise<LocalDate | undefined> {
    const [last] = await this.reads.rows<{ dueOn: LocalDate }>(
      `SELECT d.due_on AS "dueOn" FROM deadlines d WHERE ${condition.sql}
       ORDER BY d.due_on LIMIT 1 OFFSET ${DEADLINES_AT_ONCE - 1}`,
      condition.params,
    );
    return last?.dueOn;
  }

  private async owing(actor: Actor, condition: SqlCondition): Promise<readonly WaitingSelect[]> {
    const deadlines = await this.reads.rows<OwedDeadline & object>(
      `SELECT d.id, d.deadline_key AS "key", d.kind, d.stream_id AS "streamId" FROM deadlines d
       WHERE ${condition.sql}`,
      condition.params,
    );
    const found: WaitingSelect[] = [];
    for (const [deadlineKind, { kind, permission }] of Object.entries(OWED)) {
      const ofKind = deadlines.filter((each) => each.kind === deadlineKind);
      const owing = await this.owed.owing(this.reads, ofKind);
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
}

/** Deadlines of the campaigns that the actor's own units take part in; undefined when nothing of the kind is owed by any. */
function deadlinesMeant(actor: Actor, asked: string | undefined): SqlCondition | undefined {
  const kinds = Object.entries(OWED).flatMap(([deadlineKind, { kind }]) =>
    asked === undefined || asked === kind ? [deadlineKind] : [],
  );
  if (kinds.length === 0) return undefined;
  const [pledges, cases] = [
    ownUnits(actor, 'pledge.prepare', 'x.unit_id'),
    ownUnits(actor, 'case.prepare', 'x.unit_id'),
  ];
  return {
    sql: `d.status <> 'dropped' AND d.kind IN ${placeholders(kinds.length)} AND EXISTS (
      SELECT 1 FROM campaigns c JOIN campaign_units x ON x.campaign_id = c.id AND x.plan_revision = c.plan_revision
      WHERE c.id = d.stream_id AND (${pledges.sql} OR ${cases.sql}))`,
    params: [...kinds, ...pledges.params, ...cases.params],
  };
}

function within(column: string, { from, after, to }: Days): SqlCondition {
  return allOf([
    { sql: '1 = 1', params: [] },
    ...(from === undefined ? [] : [{ sql: `${column} >= ?`, params: [from] }]),
    ...(after === undefined ? [] : [{ sql: `${column} > ?`, params: [after] }]),
    ...(to === undefined ? [] : [{ sql: `${column} <= ?`, params: [to] }]),
  ]);
}
