import { Injectable } from '@nestjs/common';
import { awardWorkflow } from '../../../workflows/award';
import { localDateOf, type Instant, type Label } from '../../../workflows/kernel';
import { actorCovers, actorMay, SYSTEM_ACTOR, type Actor } from '../../platform/auth/actor';
import { coveredBy, scopeOf } from '../../platform/auth/scope';
import type { Permission } from '../../platform/auth/permission';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import type { PageQuery } from '../../platform/http/pages/page-query.request';
import { PrivateTexts, ReadDatabase } from '../../platform/persistence';
import { UserDirectory, type SeatHeld } from '../../users';
import { DOSSIER_COMMAND_LABELS } from '../dossiers/dossier-states';
import type { HistoryEvent } from './dto/history-event.response';

const NEWEST: Keyset = { name: 'history.seq', sortColumn: 'seq', idColumn: 'stream_id', direction: 'desc' };

/** What the thing is, where it lies, and how its commands are called. */
const KINDS = {
  award: { table: 'award_cases', labels: awardWorkflow.definition.labels.commands },
  dossier: { table: 'dossiers', labels: DOSSIER_COMMAND_LABELS },
} as const satisfies Readonly<Record<string, { table: string; labels: Readonly<Record<string, Label>> }>>;

/** Those who deal with a case read what was said about it; a member of the council reads the case alone. */
const MAY_READ_TEXTS: readonly Permission[] = ['case.prepare', 'case.keep', 'case.decide', 'audit.read'];

/** Commitments are 64 hexadecimal digits. */
const COMMITMENT = /^[0-9a-f]{64}$/;

interface EventRow {
  readonly seq: number;
  readonly streamId: string;
  readonly type: string;
  readonly at: Instant;
  readonly body: string;
}

interface Body {
  readonly by: string;
  readonly data: { readonly input?: object } & Readonly<Record<string, unknown>>;
}

/** Reads what happened to a case or a dossier, out of its events. */
@Injectable()
export class HistoryQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly privateTexts: PrivateTexts,
    private readonly users: UserDirectory,
  ) {}

  /** A page of accepted commands, newest first. Throws NotFoundError for what is out of scope. */
  async of(actor: Actor, kind: keyof typeof KINDS, id: string, query: PageQuery): Promise<Page<HistoryEvent>> {
    const { table, labels } = KINDS[kind];
    const unitPath = await this.pathInScope(actor, table, id);
    if (unitPath === undefined) throw new NotFoundError(kind, id);
    const { where, orderBy, limit } = keysetPage(NEWEST, query);
    const condition = allOf([{ sql: `stream_id = ? AND kind = 'command'`, params: [id] }, where]);
    const rows = await this.reads.rows<EventRow>(
      `SELECT seq, stream_id AS "streamId", type, occurred_at AS at, body FROM events
       WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    const bodies = new Map(rows.map(({ seq, body }) => [seq, JSON.parse(body) as Body]));
    const texts = actorMay(actor, MAY_READ_TEXTS, unitPath) || actor.isSystem ? await this.textsOf(bodies) : new Map();
    const seats = await this.users.seatsOf(this.reads, [...new Set([...bodies.values()].map(({ by }) => by))]);
    const item = ({ seq, type, at }: EventRow): HistoryEvent => {
      const { by, data } = bodies.get(seq) ?? { by: '', data: {} };
      const label = (labels as Readonly<Record<string, Label>>)[type] ?? { vi: type, en: type };
      const held = heldOn(seats.get(by) ?? [], unitPath, at);
      const roles = [...new Set(held.map(({ role }) => role))].sort();
      const shownBy = isShown(actor, by, held) ? by : null;
      return { seq, type, label, at, by: shownBy, seats: roles, texts: shownTexts(data, texts) };
    };
    return pageOf(NEWEST, query, rows, { key: ({ seq, streamId }) => ({ value: seq, id: streamId }), item });
  }

  private async pathInScope(actor: Actor, table: string, id: string): Promise<string | undefined> {
    const condition = allOf([{ sql: 'id = ?', params: [id] }, coveredBy(scopeOf(actor), 'unit_path')]);
    const [found] = await this.reads.rows<{ unitPath: string }>(
      `SELECT unit_path AS "unitPath" FROM ${table} WHERE ${condition.sql}`,
      condition.params,
    );
    return found?.unitPath;
  }

  private textsOf(bodies: ReadonlyMap<number, Body>): Promise<ReadonlyMap<string, string | null>> {
    const commitments = [...bodies.values()].flatMap(({ data }) => commitmentsOf(data).map(([, value]) => value));
    return this.privateTexts.readTexts(this.reads, commitments);
  }
}

/** The free texts of a command are those members of its input that are commitments. */
function commitmentsOf(data: Body['data']): readonly (readonly [string, string])[] {
  const members = Object.entries(data.input ?? data);
  return members.flatMap(([name, value]) =>
    typeof value === 'string' && COMMITMENT.test(value) ? [[name, value] as const] : [],
  );
}

function shownTexts(data: Body['data'], texts: ReadonlyMap<string, string | null>): HistoryEvent['texts'] {
  return Object.fromEntries(
    commitmentsOf(data).flatMap(([name, commitment]) => {
      const text = texts.get(commitment);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

/** The seats over the thing that somebody held on the day. */
function heldOn(seats: readonly SeatHeld[], unitPath: string, at: Instant): readonly SeatHeld[] {
  const day = localDateOf(at);
  return seats.filter(
    ({ validFrom, validTo, path }) =>
      validFrom <= day && (validTo === null || validTo >= day) && unitPath.startsWith(path),
  );
}

/** Who sits above the reader is shown by the seat alone: accounts of a unit above are not the reader's to know. */
function isShown(reader: Actor, by: string, held: readonly SeatHeld[]): boolean {
  const isTheirs = by === reader.id || by === SYSTEM_ACTOR.id;
  return isTheirs || (held.length > 0 && held.every(({ path }) => actorCovers(reader, path)));
}
