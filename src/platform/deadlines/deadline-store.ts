import { Injectable } from '@nestjs/common';
import { canonicalJson, endOfDay, type DeadlineSpec, type Instant } from '../../../workflows/kernel';
import { Ids } from '../ids/ids.port';
import { inChunks, placeholders } from '../persistence/placeholders';
import type { SqlValue, Tx } from '../persistence/unit-of-work.port';
import { compareDeadlines } from './compare-deadlines';
import { countingColumns } from './counted-deadline';

/** The instance that a deadline belongs to. */
export interface DeadlineStream {
  /** Name of the workflow: `campaign`. */
  readonly kind: string;
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string;
}

/** Most deadlines in one statement: an instance rarely has more than a dozen. */
const MOST_AT_ONCE = 500;

const COLUMNS =
  'id, stream_kind, stream_id, deadline_key, kind, due_on, due_at, status, command_type, command_input, ' +
  'calendar_version, is_provisional, counting, unit_id, unit_path, look_at, created_at, updated_at';

const ARM_ANEW = `generation = deadlines.generation + 1, status = 'armed', ${(
  [
    'kind',
    'due_on',
    'due_at',
    'command_type',
    'command_input',
    'calendar_version',
    'is_provisional',
    'counting',
    'unit_id',
    'unit_path',
    'look_at',
    'updated_at',
  ] as const
)
  .map((name) => `${name} = excluded.${name}`)
  .join(', ')}`;

/** Keeps the deadlines of instances in step with their snapshots. */
@Injectable()
export class DeadlineStore {
  constructor(private readonly ids: Ids) {}

  /**
   * Arms, moves and drops deadlines in the unit of work of the command that changed the instance.
   * What is armed anew or moved gets a higher generation, so that what was planned before is void; only moments from
   * now on are planned for it. Without a change no statement runs; otherwise at most three for each 500 deadlines, and one
   * for each that was counted in another way and fell on the same day.
   */
  async sync(
    tx: Tx,
    stream: DeadlineStream,
    before: readonly DeadlineSpec[],
    after: readonly DeadlineSpec[],
    now: Instant,
  ): Promise<void> {
    const { added, moved, dropped, recounted } = compareDeadlines(before, after);
    for (const some of inChunks([...added, ...moved], MOST_AT_ONCE)) await this.arm(tx, stream, some, now);
    for (const some of inChunks(dropped, MOST_AT_ONCE)) await drop(tx, stream, some, now);
    for (const some of inChunks([...moved, ...dropped], MOST_AT_ONCE)) await forgetPlanned(tx, stream, some);
    for (const each of recounted) await noteCounting(tx, stream, each, now);
  }

  private async arm(tx: Tx, stream: DeadlineStream, specs: readonly DeadlineSpec[], now: Instant): Promise<void> {
    const rows = specs.map((spec) => this.rowOf(stream, spec, now));
    await tx.change(
      `INSERT INTO deadlines (${COLUMNS}) VALUES ${rows.map((row) => placeholders(row.length)).join(', ')}
       ON CONFLICT (stream_id, deadline_key) DO UPDATE SET ${ARM_ANEW}`,
      rows.flat(),
    );
  }

  /** In the order of COLUMNS. */
  private rowOf(
    stream: DeadlineStream,
    { key, kind, dueOn, command, counted }: DeadlineSpec,
    now: Instant,
  ): SqlValue[] {
    const due = [
      kind,
      dueOn,
      endOfDay(dueOn),
      'armed',
      command?.type ?? null,
      command ? canonicalJson(command.input) : null,
      ...countingColumns(counted),
    ];
    return [this.ids.next(), stream.kind, stream.id, key, ...due, stream.unitId, stream.unitPath, now, now, now];
  }
}

async function drop(tx: Tx, stream: DeadlineStream, specs: readonly DeadlineSpec[], now: Instant): Promise<void> {
  await tx.change(
    `UPDATE deadlines SET status = 'dropped', look_at = NULL, updated_at = ?
     WHERE stream_id = ? AND deadline_key IN ${placeholders(specs.length)}`,
    [now, stream.id, ...specs.map(({ key }) => key)],
  );
}

async function forgetPlanned(tx: Tx, stream: DeadlineStream, specs: readonly DeadlineSpec[]): Promise<void> {
  await tx.change(
    `DELETE FROM occurrences WHERE status = 'planned' AND deadline_id IN (
       SELECT id FROM deadlines WHERE stream_id = ? AND deadline_key IN ${placeholders(specs.length)})`,
    [stream.id, ...specs.map(({ key }) => key)],
  );
}

async function noteCounting(
  tx: Tx,
  stream: DeadlineStream,
  { key, counted }: DeadlineSpec,
  now: Instant,
): Promise<void> {
  await tx.change(
    `UPDATE deadlines SET calendar_version = ?, is_provisional = ?, counting = ?, updated_at = ?
     WHERE stream_id = ? AND deadline_key = ?`,
    [...countingColumns(counted), now, stream.id, key],
  );
}
